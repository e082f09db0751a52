-- Begins to move a ticket to another office, which is asked next; whatever happens, this is finished or taken back.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter  8 ticket  9 the other office  10 service there
-- Refused: counter_not_open, not_your_counter, unknown_ticket, wrong_state, ticket_moving, not_at_counter
-- Event ticketMoving with the ticket. The state stays.
--- @include counters

return command(function(id, ordinal, office, service)
  local _, ticket = at_counter(id, ordinal, { called = true, serving = true })
  ticket.moves = (ticket.moves or 0) + 1
  ticket.moving = { office = office, service = service, at = now }
  ticket.moveRefused = nil
  change('tickets', ticket)
  return commit('ticketMoving')
end)
