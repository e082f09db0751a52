-- Gives a working counter other services, without a break.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter  8 primary services (JSON array)  9 helping services (JSON array)
-- Refused: counter_not_open, not_your_counter, unknown_service
-- Event counterServicesChanged with the counter. The state stays.
--- @include counters

return command(function(id, primary, helping)
  local counter = working_counter(id)
  counter.primary, counter.helping = services(primary), services(helping)
  change('counters', counter)
  return commit('counterServicesChanged')
end)
