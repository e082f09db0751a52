-- Pauses a counter: it calls nobody, the ticket at it can be finished.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter  8 reason, or ''
-- Refused: counter_not_open, not_your_counter
-- Event counterPaused with the counter. New state: paused.
--- @include counters

return command(function(id, reason)
  local counter = working_counter(id)
  check(counter.state == 'open', 'counter_not_open')
  set_counter_state(counter, 'paused')
  counter.pauseReason = optional(reason)
  return commit('counterPaused')
end)
