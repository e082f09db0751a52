-- The citizen says how the visit was; another time it may be said otherwise.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 ticket  8 rating, 1 to 5
-- Refused: unknown_ticket, wrong_state (not over, or gone on at another office)
-- Event ticketRated with the ticket; none when that was said already. The state stays.
--- @include tickets

return command(function(ordinal, rating)
  local ticket = ticket_in(ordinal, { done = true })
  check(not ticket.moved, 'wrong_state')
  rating = tonumber(rating)
  if ticket.rating == rating then
    return done_already()
  end
  ticket.rating = rating
  change('tickets', ticket)
  return commit('ticketRated')
end)
