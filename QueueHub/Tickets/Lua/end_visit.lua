-- Ends a visit against the citizen's will. The law wants the reason told beforehand, so a warning must have been given at this visit.
-- KEYS, ARGV 1-6: see includes/command
-- KEYS  then the ticket's submission
-- ARGV  7 counter  8 ticket  9 kind of reason
-- Refused: forbidden (only clerks), counter_not_open, not_your_counter, unknown_ticket, wrong_state, not_at_counter, warning_required
-- Event visitEnded with the ticket and the counter, and the kind as its reason. New state: done; nothing is left of the journey.
--- @include counters

return command(function(id, ordinal, kind)
  check(STAFF, 'forbidden')
  local counter, ticket = at_counter(id, ordinal, { called = true, serving = true })
  check(ticket.warnings, 'warning_required')
  local undo = undoable(counter, ordinal, ticket)
  release(counter)
  while ticket.journey[ticket.leg + 2] do
    table.remove(ticket.journey)
  end
  ticket.result = 'ended'
  finish(ticket, 'done')
  write('EXPIRE', KEYS[OWN_KEY], text(SUBMISSION_SECONDS.ended))
  return commit('visitEnded', { undo = undo, reason = kind })
end)
