-- Calls a particular ticket. Whoever is called before others needs a reason, which the fairness ledger keeps with how many were passed over.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter  8 ticket  9 reason, or ''
-- Refused: counter_not_open, not_your_counter, counter_busy, unknown_ticket, wrong_state, unknown_service, reason_required
-- Event ticketCalled with the ticket, the counter, the reason and the number passed over. New state: called.
--- @include counters

return command(function(id, ordinal, reason)
  local counter = free_counter(id)
  local ticket = ticket_in(ordinal, { waiting = true, parked = true })
  local passed = before_it(ticket)
  check(passed == 0 or optional(reason), 'reason_required')
  local undo = undoable(counter, ordinal, ticket)
  call_to(counter, ticket)
  return commit('ticketCalled', { reason = optional(reason), passed = passed > 0 and passed or nil, undo = undo })
end)
