-- Opens a business day, and founds the office when it has no epoch yet.
-- KEYS, ARGV 1-6: see includes/command
-- KEYS  then the tickets of each phone
-- ARGV  7 new epoch ('' when no office may be founded)  8 floor of versions  9 floor of ordinals  10 '1' when the office runs on its own clock
-- Refused: unavailable (no office yet, and none may be founded; or Redis was restarted and the office is not confirmed yet), clock_skew, invalid_request, wrong_state (this day or a later one was opened before; the last day is not closed)
-- Event dayOpened with every counter, closed. The tickets of the day before are dropped; ordinals go on.
--- @include counters

-- Versions and ordinals start above everything that history already knows, so that a lost Redis never reuses one.
local function found(epoch, floor_version, floor_ordinal, simulated)
  check(epoch ~= '', 'unavailable')
  check(floor_version >= 0 and floor_version < LARGEST_NUMBER, 'invalid_request')
  check(floor_ordinal >= 0 and floor_ordinal < LARGEST_ORDINAL, 'invalid_request')
  meta.epoch, meta.version, meta.ordinal, meta.simulated, meta.run, meta.compared = epoch, floor_version, floor_ordinal, simulated, this_run(), floor_version
end

return run(function()
  local epoch, floor_version, floor_ordinal, simulated = unpack(ARGV, OWN_ARGUMENT)
  read_meta()
  if not meta.epoch then
    found(epoch, tonumber(floor_version), tonumber(floor_ordinal), simulated)
  end
  check_confirmed()
  read_clock()
  check(DAY:match('^%d%d%d%d%-%d%d%-%d%d$'), 'invalid_request')
  check(not meta.businessDay or DAY > meta.businessDay, 'wrong_state')
  check(meta.dayState ~= 'open' and redis.call('HLEN', KEY.living) == 0, 'wrong_state')
  number_event()

  meta.businessDay, meta.dayState = DAY, 'open'
  local counters = redis.call('HVALS', KEY.counters)
  for _, json in ipairs(counters) do
    local counter = cjson.decode(json)
    close(counter)
    counter.done = 0
  end
  -- No ticket lives, so no line has a member: the lines need no clearing.
  write('UNLINK', KEY.tickets)
  write('UNLINK', KEY.numbers)
  write('UNLINK', KEY.undo)
  write('UNLINK', KEYS[OWN_KEY])
  return commit('dayOpened')
end)
