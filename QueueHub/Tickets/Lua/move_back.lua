-- Takes a move back that the other office has refused for good: the ticket goes on at its counter.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 ticket  8 which of its moves  9 why: the code of the refusal
-- Refused: unknown_ticket, wrong_state (it is not on the way, or by another move)
-- Event ticketMoveRefused with the ticket and the reason. The state stays.
--- @include moves

return command(function(ordinal, move, code)
  local ticket = moving_ticket(ordinal, move)
  ticket.moving, ticket.moveRefused = nil, code
  change('tickets', ticket)
  return commit('ticketMoveRefused', { reason = code })
end)
