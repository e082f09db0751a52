-- Destroys a prepared form. One that is gone already is as it should be.
-- KEYS, ARGV 1-6: see includes/command. At any hour of any day. The request's answer is not stored: repeated, it finds nothing.
-- KEYS  then the prepared form, the index of the office's prepared forms
-- ARGV  7 hash of its token
-- Refused: never
-- No event: nobody in the office is concerned yet.
--- @include command

return run(function()
  local key, index = KEYS[OWN_KEY], KEYS[OWN_KEY + 1]
  if redis.call('EXISTS', key) == 1 then
    write('UNLINK', key)
    -- When it went: it stands in the append-only file until that is rewritten.
    write('ZADD', index, text(redis_time()), ARGV[OWN_ARGUMENT])
    carry_out()
  end
  return { 'ok', '', '0', '' }
end)
