-- Somebody who missed the call joins the line anew: with the credit of the class, without that of the time waited.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 ticket  8 how often this is allowed
-- Refused: unknown_ticket, wrong_state, reinstate_limit, unknown_service
-- Event ticketReinstated with the ticket. New state: waiting.
--- @include tickets

return command(function(ordinal, limit)
  local ticket = ticket_in(ordinal, { noShow = true })
  check(ticket.reinstated < tonumber(limit), 'reinstate_limit')
  ticket.reinstated = ticket.reinstated + 1
  join_line(ticket, 0)
  return commit('ticketReinstated')
end)
