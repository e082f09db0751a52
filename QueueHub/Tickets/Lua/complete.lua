-- Completes the present leg. Where the journey goes on the ticket joins the line of the next service; otherwise the visit ends, and the submission
-- lives a little longer, so that the clerk can finish reading.
-- KEYS, ARGV 1-6: see includes/command
-- KEYS  then the ticket's submission
-- ARGV  7 counter  8 ticket  9 result, or ''  10 service to pass it on to before what is left of the journey, or ''
--       11 '1' to end the visit whatever is left of the journey  12 cap of the waiting credit (ms)
-- Refused: counter_not_open, not_your_counter, unknown_ticket, wrong_state, not_at_counter, unknown_service
-- Event ticketCompleted with the ticket and the counter, new state: done; or ticketPassedOn with both, new state: waiting.
--- @include counters

return command(function(id, ordinal, result, next_service, ends, waited_cap)
  local counter, ticket = at_counter(id, ordinal, { serving = true })
  local undo = undoable(counter, ordinal, ticket)
  release(counter)
  counter.done = counter.done + 1
  ticket.result = optional(result)
  if ends == '1' then
    while ticket.journey[ticket.leg + 2] do
      table.remove(ticket.journey)
    end
  end
  if optional(next_service) then
    table.insert(ticket.journey, ticket.leg + 2, next_service)
  end
  if ticket.journey[ticket.leg + 2] then
    next_leg(ticket, tonumber(waited_cap))
    return commit('ticketPassedOn', { undo = undo })
  end
  finish(ticket, 'done')
  write('EXPIRE', KEYS[OWN_KEY], text(SUBMISSION_SECONDS.ended))
  return commit('ticketCompleted', { undo = undo })
end)
