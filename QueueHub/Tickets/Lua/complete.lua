-- Completes the visit. The submission lives a little longer, so that the clerk can finish reading.
-- KEYS, ARGV 1-6: see includes/command
-- KEYS  then the ticket's submission
-- ARGV  7 counter  8 ticket  9 result, or ''
-- Refused: counter_not_open, not_your_counter, unknown_ticket, wrong_state, not_at_counter
-- Event ticketCompleted with the ticket and the counter. New state: done.
--- @include counters

return command(function(id, ordinal, result)
  local counter, ticket = at_counter(id, ordinal, { serving = true })
  release(counter)
  counter.done = counter.done + 1
  ticket.result = optional(result)
  finish(ticket, 'done')
  write('EXPIRE', KEYS[OWN_KEY], text(SUBMISSION_SECONDS.ended))
  return commit('ticketCompleted')
end)
