-- A parked ticket goes back to its line, to the place its score gives it.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 ticket
-- Refused: unknown_ticket, wrong_state, unknown_service
-- Event ticketResumed with the ticket. New state: waiting.
--- @include tickets

return command(function(ordinal)
  local ticket = ticket_in(ordinal, { parked = true })
  enter_line(ticket, ticket.score)
  return commit('ticketResumed')
end)
