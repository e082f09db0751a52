-- Announces a called ticket once more.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter  8 ticket  9 how long after an announcement the next one may come (ms): people need time to stand up
-- Refused: counter_not_open, not_your_counter, unknown_ticket, wrong_state, not_at_counter, recall_locked
-- Event ticketRecalled with the ticket. The state stays.
--- @include counters

return command(function(id, ordinal, lock)
  local _, ticket = at_counter(id, ordinal, { called = true })
  check(now - (ticket.announcedAt or 0) >= tonumber(lock), 'recall_locked')
  announce(ticket)
  return commit('ticketRecalled')
end)
