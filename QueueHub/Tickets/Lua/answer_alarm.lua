-- A supervisor answers an alarm: somebody is coming.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter  8 alarm  9 from where help comes, or '' when the supervisor comes
-- Refused: forbidden (only supervisors), alarm_over (it was switched off, also when another one stands now), wrong_state (answered too often)
-- Event alarmAnswered with the counter. The state stays.
--- @include counters

local MOST_ANSWERS = 20

return command(function(id, alarm, from)
  check(SUPERVISOR, 'forbidden')
  local counter = standing_alarm(id, alarm)
  local answers = counter.alarm.answers or {}
  check(#answers < MOST_ANSWERS, 'wrong_state')
  answers[#answers + 1] = { by = SUPERVISOR, at = now, from = optional(from) }
  counter.alarm.answers = answers
  change('counters', counter)
  return commit('alarmAnswered')
end)
