-- The called citizen did not come.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter  8 ticket
-- Refused: counter_not_open, not_your_counter, unknown_ticket, wrong_state, not_at_counter
-- Event ticketNoShow with the ticket and the counter. New state: noShow.
--- @include counters

return command(function(id, ordinal)
  local counter, ticket = at_counter(id, ordinal, { called = true })
  local undo = undoable(counter, ordinal, ticket)
  release(counter)
  set_state(ticket, 'noShow')
  return commit('ticketNoShow', { undo = undo })
end)
