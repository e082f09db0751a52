-- Closes the business day and every counter, and ends as expire_tickets does whoever still lives: a number that is given while the day is
-- being closed must not keep it open.
-- KEYS, ARGV: see includes/command
-- KEYS  then the stem of the submissions' keys: who still lives is found here; the tickets of each phone, which nobody needs any more
-- Refused: wrong_state (closed already; or more live than one script may end, and expire_tickets comes first), unknown_service
-- Event dayClosed with the tickets it has ended and the counters that were not closed.
--- @include closing

-- Redis does nothing else meanwhile: some milliseconds.
local MOST_AT_ONCE = 200

return command(function()
  check(meta.dayState == 'open' and redis.call('HLEN', KEY.living) <= MOST_AT_ONCE, 'wrong_state')
  local counters = {}
  for _, json in ipairs(redis.call('HVALS', KEY.counters)) do
    local counter = cjson.decode(json)
    counters[counter.id] = counter
  end
  for _, ordinal in ipairs(redis.call('HVALS', KEY.living)) do
    expire(ticket_in(ordinal), KEYS[OWN_KEY] .. ordinal, counters)
  end
  for _, counter in pairs(counters) do
    if counter.state ~= 'closed' then
      close(counter)
    end
  end
  write('UNLINK', KEYS[OWN_KEY + 1])
  meta.dayState, meta.closed = 'closed', text(redis_time())
  return commit('dayClosed')
end)
