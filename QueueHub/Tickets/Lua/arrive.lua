-- The citizen on the way has shown presence and joins the line, with a capped credit for the time since issue.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 ticket  8 cap of the credit (ms)  9 the wait that was foretold (JSON), or ''
-- Refused: unknown_ticket, wrong_state, unknown_service
-- Event ticketArrived with the ticket. New state: waiting.
--- @include tickets

return command(function(ordinal, credit_cap, expected)
  local ticket = ticket_in(ordinal, { onTheWay = true })
  ticket.expected = optional(expected) and cjson.decode(expected)
  join_line(ticket, math.min(now - ticket.issued, tonumber(credit_cap)))
  return commit('ticketArrived')
end)
