-- Calls the ticket with the lowest score over the counter's primary services; over the helping ones only when nobody waits there.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter
-- Refused: counter_not_open, not_your_counter, counter_busy, nobody_waiting
-- Event ticketCalled with the ticket and the counter. New state: called.
--- @include counters

-- Services that have left the configuration since the counter was opened have no line any more.
local function first_of(services)
  local first, lowest
  for _, service in ipairs(services or {}) do
    local head = LINES[service] and redis.call('ZRANGE', LINES[service], 0, 0, 'WITHSCORES') or {}
    local member, score = head[1], tonumber(head[2])
    if member and (not first or score < lowest or (score == lowest and member < first)) then
      first, lowest = member, score
    end
  end
  return first
end

return command(function(id)
  local counter = free_counter(id)
  local first = check(first_of(counter.primary) or first_of(counter.helping), 'nobody_waiting')
  -- Lines and rows change together, so the row is there and waits. If it ever were not, stopping here is right:
  -- to drop the member instead would quietly take a citizen's place.
  local ticket = ticket_in(text(tonumber(first)))
  assert(ticket.state == 'waiting', 'a ticket in line does not wait')
  call_to(counter, ticket)
  return commit('ticketCalled')
end)
