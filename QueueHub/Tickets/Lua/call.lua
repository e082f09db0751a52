-- Calls a particular ticket, out of order.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter  8 ticket  9 reason, or ''
-- Refused: counter_not_open, not_your_counter, counter_busy, unknown_ticket, wrong_state, unknown_service
-- Event ticketCalled with the ticket, the counter and the reason. New state: called.
--- @include counters

return command(function(id, ordinal, reason)
  local counter = free_counter(id)
  call_to(counter, ticket_in(ordinal, { waiting = true, parked = true }))
  return commit('ticketCalled', { reason = optional(reason) })
end)
