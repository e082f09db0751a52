-- Says that a clerk opens the form of the ticket at the counter: the access log keeps who saw whose form. Said once a call and clerk.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter  8 ticket
-- Refused: forbidden (only clerks read forms), counter_not_open, not_your_counter, unknown_ticket, wrong_state, not_at_counter
-- Event formOpened with the ticket; none when it was said before. The state stays.
--- @include counters

return command(function(id, ordinal)
  check(STAFF, 'forbidden')
  local _, ticket = at_counter(id, ordinal, { called = true, serving = true })
  if ticket.openedBy == STAFF then
    return { 'ok', '', '0', '' }
  end
  ticket.openedBy = STAFF
  change('tickets', ticket)
  return commit('formOpened')
end)
