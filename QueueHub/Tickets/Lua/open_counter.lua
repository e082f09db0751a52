-- Opens a counter, opens it again after a pause, or gives an open one other services. The clerk holds it from now on.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter  8 primary services (JSON array)  9 helping services (JSON array)
-- Refused: forbidden (only staff hold counters), day_closed, counter_taken, unknown_service
-- Event counterOpened with the counter. New state: open; a ticket at it stays.
--- @include counters

local function services(json)
  local list = cjson.decode(json)
  for _, service in ipairs(list) do
    line_of(service)
  end
  return list[1] and list or nil
end

return command(function(id, primary, helping)
  check(STAFF, 'forbidden')
  check(meta.dayState == 'open', 'day_closed')
  local counter = counter_row(id)
  check(counter.state == 'closed' or counter.staff == STAFF, 'counter_taken')
  if counter.state ~= 'open' then
    set_counter_state(counter, 'open')
  end
  counter.staff, counter.pauseReason = STAFF, nil
  counter.primary, counter.helping = services(primary), services(helping)
  change('counters', counter)
  return commit('counterOpened')
end)
