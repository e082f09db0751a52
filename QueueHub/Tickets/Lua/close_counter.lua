-- Closes a counter; its clerk lets go of it.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter
-- Refused: counter_not_open, not_your_counter, counter_busy (the ticket at it comes first)
-- Event counterClosed with the counter. New state: closed.
--- @include counters

return command(function(id)
  local counter = working_counter(id)
  check(not counter.ticket, 'counter_busy')
  close(counter)
  return commit('counterClosed')
end)
