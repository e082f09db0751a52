-- Ends those of the given tickets that still live, at closing time, and destroys their submissions.
-- KEYS, ARGV 1-6: see includes/command
-- KEYS  then the submission of each ticket, in the order of the ordinals
-- ARGV  7… ordinals
-- Refused: wrong_state (none of them lives), unknown_service
-- Event ticketsExpired with the tickets (Expired; Done with result "closing" when they were being served) and the counters they were at.
--- @include closing

return command(function(...)
  local counters = {}
  for i, ordinal in ipairs({ ... }) do
    local json = redis.call('HGET', KEY.tickets, ordinal)
    local ticket = json and cjson.decode(json)
    if ticket and LIVING[ticket.state] then
      expire(ticket, KEYS[OWN_KEY + i - 1], counters)
    end
  end
  check(#changed.tickets > 0, 'wrong_state')
  return commit('ticketsExpired')
end)
