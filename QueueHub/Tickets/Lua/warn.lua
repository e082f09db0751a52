-- Gives the citizen at a counter a warning; the screens at the counter say it.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter  8 ticket  9 kind of warning
-- Refused: forbidden (only clerks), counter_not_open, not_your_counter, unknown_ticket, wrong_state (also: warned too often), not_at_counter
-- Event warningGiven with the ticket. The state stays.
--- @include counters

local MOST_WARNINGS = 20

return command(function(id, ordinal, kind)
  check(STAFF, 'forbidden')
  local _, ticket = at_counter(id, ordinal, { called = true, serving = true })
  local warnings = ticket.warnings or {}
  check(#warnings < MOST_WARNINGS, 'wrong_state')
  warnings[#warnings + 1] = { kind = kind, at = now }
  ticket.warnings = warnings
  change('tickets', ticket)
  return commit('warningGiven')
end)
