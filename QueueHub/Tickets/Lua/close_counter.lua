-- Closes a counter; its clerk lets go of it. Who waited for this counter alone goes back among those who wait for the service.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter
-- Refused: counter_not_open, not_your_counter, counter_busy (the ticket at it comes first), unknown_service
-- Event counterClosed with the counter and the tickets that waited for it. New state: closed.
--- @include counters

local function let_go(member)
  local ticket = ticket_in(text(tonumber(member)))
  write('ZREM', its_line(ticket), member)
  ticket.target = nil
  write('ZADD', its_line(ticket), text(ticket.score), member)
  change('tickets', ticket)
end

return command(function(id)
  local counter = working_counter(id)
  check(not counter.ticket, 'counter_busy')
  for _, member in ipairs(redis.call('ZRANGE', line_of('@' .. id), 0, -1)) do
    let_go(member)
  end
  close(counter)
  return commit('counterClosed')
end)
