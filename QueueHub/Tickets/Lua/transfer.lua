-- Passes a ticket on unfinished: to another service, which becomes the next leg of its journey, or to one counter alone. It joins that line now,
-- before others by the time it has waited on this visit, up to a cap.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter  8 ticket  9 service, or '' for the present one  10 the one counter that is to call it, or ''  11 cap of the waiting credit (ms)
-- Refused: counter_not_open (this one, or the other is closed), not_your_counter, unknown_ticket, wrong_state (also: it is to go nowhere else), not_at_counter, unknown_service
-- Event ticketTransferred with the ticket and the counter it was at. New state: waiting; the number stays.
--- @include counters

return command(function(id, ordinal, service, target, waited_cap)
  local counter, ticket = at_counter(id, ordinal, { called = true, serving = true })
  check(not optional(target) or counter_row(target).state ~= 'closed', 'counter_not_open')
  check(optional(target) or optional(service) and service ~= ticket.service, 'wrong_state')
  local undo = undoable(counter, ordinal, ticket)
  release(counter)
  if optional(service) and service ~= ticket.service then
    ticket.leg = ticket.leg + 1
    table.insert(ticket.journey, ticket.leg + 1, service)
    ticket.service = service
  end
  ticket.target = optional(target)
  join_line(ticket, math.min(ticket.waited, tonumber(waited_cap)))
  return commit('ticketTransferred', { undo = undo })
end)
