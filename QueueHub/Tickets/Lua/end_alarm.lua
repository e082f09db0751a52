-- Switches an alarm off: whoever raised it, or a supervisor. The counter may be closed by now, or another's.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter  8 alarm
-- Refused: forbidden (neither), alarm_over (it was switched off before, also when another one stands now)
-- Event alarmEnded with the counter and the alarm as it was. The state stays.
--- @include counters

return command(function(id, alarm)
  check(STAFF or SUPERVISOR, 'forbidden')
  local counter = standing_alarm(id, alarm)
  check(SUPERVISOR or counter.alarm.by == STAFF, 'forbidden')
  local ended = counter.alarm
  counter.alarm = nil
  change('counters', counter)
  return commit('alarmEnded', { alarm = ended })
end)
