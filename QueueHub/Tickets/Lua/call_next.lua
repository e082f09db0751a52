-- Calls the ticket with the lowest score over the counter's primary services and those who wait for it alone; over the helping ones only when
-- nobody waits there.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter  8 the ticket that the clerk has seen as the next one, or ''
-- Refused: counter_not_open, not_your_counter, counter_busy, nobody_waiting, next_changed (somebody else is the next one now), unknown_service
-- Event ticketCalled with the ticket and the counter. New state: called.
--- @include counters

-- Services that have left the configuration since the counter was opened have no line any more.
local function first_of(lines)
  local first, lowest
  for _, line in ipairs(lines) do
    local head = LINES[line] and redis.call('ZRANGE', LINES[line], 0, 0, 'WITHSCORES') or {}
    local member, score = head[1], tonumber(head[2])
    if member and (not first or score < lowest or (score == lowest and member < first)) then
      first, lowest = member, score
    end
  end
  return first
end

return command(function(id, expected)
  local counter = free_counter(id)
  local first_lines = { '@' .. id }
  for _, service in ipairs(counter.primary or {}) do
    first_lines[#first_lines + 1] = service
  end
  local first = text(tonumber(check(first_of(first_lines) or first_of(counter.helping or {}), 'nobody_waiting')))
  check(not optional(expected) or expected == first, 'next_changed')
  -- Lines and rows change together, so the row is there and waits. If it ever were not, stopping here is right:
  -- to drop the member instead would quietly take a citizen's place.
  local ticket = ticket_in(first)
  assert(ticket.state == 'waiting', 'a ticket in line does not wait')
  local undo = undoable(counter, first, ticket)
  call_to(counter, ticket)
  return commit('ticketCalled', { undo = undo })
end)
