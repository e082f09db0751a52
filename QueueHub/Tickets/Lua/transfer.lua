-- Passes a ticket on to another service, which becomes the next leg of its journey. It joins that line now, before
-- others by the time it has waited on this visit, up to a cap.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter  8 ticket  9 service  10 cap of the waiting credit (ms)
-- Refused: counter_not_open, not_your_counter, unknown_ticket, wrong_state, not_at_counter, unknown_service
-- Event ticketTransferred with the ticket and the counter. New state: waiting; the number stays.
--- @include counters

return command(function(id, ordinal, service, waited_cap)
  local counter, ticket = at_counter(id, ordinal, { called = true, serving = true })
  release(counter)
  ticket.leg = ticket.leg + 1
  table.insert(ticket.journey, ticket.leg + 1, service)
  ticket.service = service
  join_line(ticket, math.min(ticket.waited, tonumber(waited_cap)))
  return commit('ticketTransferred')
end)
