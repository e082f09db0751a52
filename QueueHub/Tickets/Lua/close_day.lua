-- Closes the business day and every counter.
-- KEYS, ARGV: see includes/command
-- Refused: wrong_state (closed already, or a ticket still lives: expire_tickets comes first)
-- Event dayClosed with the counters that were not closed.
--- @include counters

return command(function()
  check(meta.dayState == 'open' and redis.call('HLEN', KEY.living) == 0, 'wrong_state')
  for _, json in ipairs(redis.call('HVALS', KEY.counters)) do
    local counter = cjson.decode(json)
    if counter.state ~= 'closed' then
      close(counter)
    end
  end
  meta.dayState = 'closed'
  return commit('dayClosed')
end)
