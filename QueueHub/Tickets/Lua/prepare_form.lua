-- Keeps a form that is written without a ticket, first or again: whole, for it has one writer, and each time for as long as at first.
-- KEYS, ARGV 1-6: see includes/command. At any hour of any day, for it decides nothing. The request's answer is not stored: repeated, it writes the same.
-- KEYS  then the prepared form, the index of the office's prepared forms
-- ARGV  7 hash of its token  8 '1' when it must be there already: a late change must not bring back what was destroyed
--       9 service  10 form template  11 its version  12… for each field: its name, ciphertext
-- Refused: unknown_prepared_form, busy (the office keeps as many as it may), too_large
-- No event: nobody in the office is concerned yet.
--- @include forms

local PREPARED_SECONDS = 48 * 3600
local FORGOTTEN_SECONDS = 7 * 24 * 3600
local MOST_PREPARED = 5000
local MOST_PREPARED_BYTES = 64 * 1024

return run(function()
  local hash, present, service, template, form_version = unpack(ARGV, OWN_ARGUMENT)
  local key, index, time = KEYS[OWN_KEY], KEYS[OWN_KEY + 1], redis_time()
  local known = redis.call('EXISTS', key) == 1
  check(known or present ~= '1', 'unknown_prepared_form')
  check(known or redis.call('ZCOUNT', index, text(time), '+inf') < MOST_PREPARED, 'busy')

  -- The index first: it is what a full Redis refuses, and the form that was there must not be gone by then.
  local kept_until = text(time + PREPARED_SECONDS * 1000)
  write('ZADD', index, kept_until, hash)
  write('ZREMRANGEBYSCORE', index, '-inf', text(time - FORGOTTEN_SECONDS * 1000))
  write('UNLINK', key)
  write('HSET', key, 'service', service, 'template', template, 'version', form_version, 'until', kept_until)
  local count, bytes = 0, 0
  for i = OWN_ARGUMENT + 5, #ARGV, 2 do
    count, bytes = count + 1, bytes + #ARGV[i] + #ARGV[i + 1]
    write('HSET', key, 'field:' .. ARGV[i], '1 ' .. ARGV[i + 1])
  end
  check(count <= MOST_FIELDS and bytes <= MOST_PREPARED_BYTES, 'too_large')
  write('EXPIRE', key, text(PREPARED_SECONDS))
  carry_out()
  return { 'ok', '', '0', '' }
end)
