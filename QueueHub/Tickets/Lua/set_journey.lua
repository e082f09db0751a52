-- Changes what is left of a journey after the present service.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 ticket  8 services still to visit, in order (JSON array)
-- Refused: unknown_ticket, wrong_state, counter_not_open, not_your_counter (it is at another's counter), unknown_service
-- Event journeyChanged with the ticket. The state stays.
--- @include counters

local LIVING = { onTheWay = true, waiting = true, called = true, serving = true, parked = true, noShow = true }

return command(function(ordinal, rest)
  local ticket = ticket_in(ordinal, LIVING)
  if ticket.state == 'called' or ticket.state == 'serving' then
    working_counter(ticket.counter)
  end
  local journey = {}
  for leg = 1, ticket.leg + 1 do
    journey[leg] = ticket.journey[leg]
  end
  for _, service in ipairs(cjson.decode(rest)) do
    line_of(service)
    journey[#journey + 1] = service
  end
  ticket.journey = journey
  change('tickets', ticket)
  return commit('journeyChanged')
end)
