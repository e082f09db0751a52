-- Raises the silent alarm of a counter. While one stands another press changes nothing: whoever presses twice in fear must not look like two.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter
-- Refused: forbidden (only clerks), counter_not_open, not_your_counter
-- Event alarmRaised with the counter; none when one stands already. The state stays.
--- @include counters

return command(function(id)
  check(STAFF, 'forbidden')
  local counter = working_counter(id)
  if counter.alarm then
    return done_already()
  end
  counter.alarm = { id = version, at = now, by = STAFF, ticket = counter.ticket }
  change('counters', counter)
  return commit('alarmRaised')
end)
