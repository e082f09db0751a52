-- Lets commands in again after Redis was restarted: nobody knows more than it does.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 epoch and 8 version that the confirming node has compared with what it knows
-- Refused: wrong_state (confirmed meanwhile, or not what was compared)
-- No event: nothing has happened to the office.
--- @include command

return run(function()
  local epoch, compared = unpack(ARGV, OWN_ARGUMENT)
  read_meta()
  check(meta.epoch == epoch and meta.version == tonumber(compared) and meta.run ~= this_run(), 'wrong_state')
  redis.call('HSET', KEY.meta, 'run', this_run(), 'compared', text(meta.version))
  return { 'ok', '', '0', '' }
end)
