-- Asks the citizen at the counter to correct fields of the form on the phone, which may then write these and no others.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter  8 ticket  9 fields (JSON array); none: the clerk asks no longer
-- Refused: counter_not_open, not_your_counter, unknown_ticket, wrong_state, not_at_counter
-- Event correctionsAsked with the ticket. The state stays.
--- @include counters

return command(function(id, ordinal, fields)
  local _, ticket = at_counter(id, ordinal, { called = true, serving = true })
  local list = cjson.decode(fields)
  ticket.corrections = list[1] and list or nil
  change('tickets', ticket)
  return commit('correctionsAsked')
end)
