-- Announces a called ticket once more.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter  8 ticket
-- Refused: counter_not_open, not_your_counter, unknown_ticket, wrong_state, not_at_counter
-- Event ticketRecalled with the ticket. The state stays.
--- @include counters

return command(function(id, ordinal)
  local _, ticket = at_counter(id, ordinal, { called = true })
  announce(ticket)
  return commit('ticketRecalled')
end)
