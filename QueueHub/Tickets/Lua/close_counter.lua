-- Closes a counter; its clerk lets go of it. Who waited for this counter alone goes back among those who wait for the service.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter
-- Refused: counter_not_open, not_your_counter, counter_busy (the ticket at it comes first), unknown_service
-- Event counterClosed with the counter and the tickets that waited for it. New state: closed.
--- @include counters

return command(function(id)
  local counter = working_counter(id)
  check(not counter.ticket, 'counter_busy')
  let_waiting_go(id)
  close(counter)
  return commit('counterClosed')
end)
