-- The called citizen has come: service begins.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter  8 ticket
-- Refused: counter_not_open, not_your_counter, unknown_ticket, wrong_state, not_at_counter
-- Event serviceStarted with the ticket. New state: serving.
--- @include counters

return command(function(id, ordinal)
  local _, ticket = at_counter(id, ordinal, { called = true })
  set_state(ticket, 'serving')
  ticket.servedAt = now
  return commit('serviceStarted')
end)
