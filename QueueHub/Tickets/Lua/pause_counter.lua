-- Pauses a counter: it calls nobody, the ticket at it can be finished. A clerk who has to leave at once lets go of everybody: the ticket at the counter and
-- those who wait for it alone go back to the line of their service, and another counter calls them.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter  8 reason, or ''  9 how long it is meant to take (ms), or ''  10 '1' to leave at once  11 cap of the waiting credit (ms)
-- Refused: counter_not_open, not_your_counter, ticket_moving, unknown_service
-- Event counterPaused with the counter, and the tickets that were let go. New state: paused.
--- @include counters

-- A called one goes back to where it was; a served one has waited its time, and that comes along.
local function let_served_go(counter, waited_cap)
  local ticket = ticket_in(text(counter.ticket), { called = true, serving = true })
  release(counter)
  ticket.target = nil
  if ticket.state == 'called' then
    enter_line(ticket, ticket.score)
  else
    join_line(ticket, math.min(ticket.waited, waited_cap))
  end
end

return command(function(id, reason, length, leaves, waited_cap)
  local counter = working_counter(id)
  check(counter.state == 'open', 'counter_not_open')
  if leaves == '1' then
    if counter.ticket then
      let_served_go(counter, tonumber(waited_cap))
    end
    let_waiting_go(id)
  end
  set_counter_state(counter, 'paused')
  counter.pauseReason = optional(reason)
  counter.pauseUntil = optional(length) and now + tonumber(length)
  return commit('counterPaused')
end)
