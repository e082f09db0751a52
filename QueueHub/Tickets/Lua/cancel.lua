-- Gives a ticket up. Somebody who is being served is completed, not cancelled.
-- KEYS, ARGV 1-6: see includes/command
-- KEYS  then the ticket's submission
-- ARGV  7 ticket
-- Refused: unknown_ticket, wrong_state, counter_not_open, not_your_counter, unknown_service
-- Event ticketCancelled with the ticket, and the counter when it was called. New state: cancelled.
--- @include counters

return command(function(ordinal)
  local ticket = ticket_in(ordinal, { onTheWay = true, waiting = true, called = true, parked = true, noShow = true })
  if ticket.state == 'waiting' then
    leave_line(ticket)
  end
  release_from_counter(ticket)
  finish(ticket, 'cancelled')
  write('EXPIRE', KEYS[OWN_KEY], text(SUBMISSION_SECONDS.ended))
  return commit('ticketCancelled')
end)
