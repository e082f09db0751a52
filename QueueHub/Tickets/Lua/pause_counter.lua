-- Pauses a counter: it calls nobody, the ticket at it can be finished.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter  8 reason, or ''  9 how long it is meant to take (ms), or ''
-- Refused: counter_not_open, not_your_counter
-- Event counterPaused with the counter. New state: paused.
--- @include counters

return command(function(id, reason, length)
  local counter = working_counter(id)
  check(counter.state == 'open', 'counter_not_open')
  set_counter_state(counter, 'paused')
  counter.pauseReason = optional(reason)
  counter.pauseUntil = optional(length) and now + tonumber(length)
  return commit('counterPaused')
end)
