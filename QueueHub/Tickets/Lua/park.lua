-- Sets a ticket aside; it keeps its score for when it comes back.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter  8 ticket  9 note for colleagues, or ''  10 where the citizen waits, or ''
-- Refused: counter_not_open, not_your_counter, unknown_ticket, wrong_state, not_at_counter
-- Event ticketParked with the ticket and the counter. New state: parked.
--- @include counters

return command(function(id, ordinal, note, place)
  local counter, ticket = at_counter(id, ordinal, { called = true, serving = true })
  local undo = undoable(counter, ordinal, ticket)
  release(counter)
  ticket.note, ticket.place, ticket.parkedBy = optional(note), optional(place), STAFF or SUPERVISOR
  set_state(ticket, 'parked')
  return commit('ticketParked', { undo = undo })
end)
