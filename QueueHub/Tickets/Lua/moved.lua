-- Ends a ticket that has its number at another office, and keeps the link to the new one for whoever has the old link.
-- KEYS, ARGV 1-6: see includes/command
-- KEYS  then the ticket's submission, and where the new link is kept
-- ARGV  7 ticket  8 which of its moves  9 the other office  10 number there  11 ordinal there  12 the new link's token, sealed; '' when it is not known
-- Refused: unknown_ticket, wrong_state (it is not on the way, or by another move)
-- Event ticketMoved with the ticket and the counter it was at. New state: done.
--- @include moves

return command(function(ordinal, move, office, number, ordinal_there, sealed)
  local ticket = moving_ticket(ordinal, move)
  local counter = counter_row(ticket.counter)
  release(counter)
  counter.done = counter.done + 1
  ticket.moved = { office = office, number = tonumber(number), ordinal = tonumber(ordinal_there) }
  ticket.result = 'moved'
  finish(ticket, 'done')
  write('EXPIRE', KEYS[OWN_KEY], text(SUBMISSION_SECONDS.ended))
  if optional(sealed) then
    write('SET', KEYS[OWN_KEY + 1], sealed, 'EX', text(MOVE_SECONDS))
  end
  return commit('ticketMoved')
end)
