-- Sets a ticket aside; it keeps its score for when it comes back.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter  8 ticket  9 note for colleagues, or ''
-- Refused: counter_not_open, not_your_counter, unknown_ticket, wrong_state, not_at_counter
-- Event ticketParked with the ticket and the counter. New state: parked.
--- @include counters

return command(function(id, ordinal, note)
  local counter, ticket = at_counter(id, ordinal, { called = true, serving = true })
  release(counter)
  ticket.note = optional(note)
  set_state(ticket, 'parked')
  return commit('ticketParked')
end)
