-- Counter rows: who may command one, and the ticket that is at it.
--- @include tickets

-- A clerk commands the counter that he or she holds, a supervisor all of the office; a panel stands at one.
local STAFF, SUPERVISOR, PANEL = ACTOR:match('^staff:(.+)$'), ACTOR:match('^supervisor:(.+)$'), ACTOR:match('^panel:(.+)$')

-- The counter's row; one that was never opened is closed.
local function counter_row(id)
  local json = redis.call('HGET', KEY.counters, id)
  return json and cjson.decode(json) or { id = id, state = 'closed', since = now, done = 0 }
end

-- A counter that works, commanded by the clerk who holds it.
local function working_counter(id)
  local counter = counter_row(id)
  check(counter.state ~= 'closed', 'counter_not_open')
  check(not STAFF or counter.staff == STAFF, 'not_your_counter')
  return counter
end

-- A counter that can call somebody.
local function free_counter(id)
  local counter = working_counter(id)
  check(counter.state == 'open', 'counter_not_open')
  check(not counter.ticket, 'counter_busy')
  return counter
end

-- The counter and the ticket at it, which must be in one of the given states. A late click on a ticket that has
-- moved on finds it in another state or at another counter, never the next citizen.
local function at_counter(id, ordinal, states)
  local counter = working_counter(id)
  local ticket = ticket_in(ordinal, states)
  check(ticket.counter == id and counter.ticket == ticket.ordinal, 'not_at_counter')
  return counter, ticket
end

local function set_counter_state(counter, state)
  counter.state = state
  counter.since = now
  change('counters', counter)
end

local function close(counter)
  set_counter_state(counter, 'closed')
  counter.staff, counter.desk, counter.pauseReason, counter.pauseUntil, counter.primary, counter.helping = nil, nil, nil, nil, nil, nil
end

local function release(counter)
  counter.ticket = nil
  change('counters', counter)
end

-- Frees the counter a called ticket is at, for commands that name only the ticket: the clerk must hold that counter.
local function release_from_counter(ticket)
  if ticket.state == 'called' then
    release(working_counter(ticket.counter))
  end
end

-- Announces a ticket at a counter. The event's version identifies the announcement.
local function announce(ticket)
  ticket.callId, ticket.announcedAt = version, now
  ticket.calls = ticket.calls + 1
  change('tickets', ticket)
end

-- Calls a waiting or parked ticket to a free counter; its score stays, in case it goes back to its line.
local function call_to(counter, ticket)
  if ticket.state == 'waiting' then
    leave_line(ticket)
  end
  set_state(ticket, 'called')
  ticket.counter, ticket.calledAt, ticket.servedAt = counter.id, now, nil
  ticket.calls, ticket.openedBy = 0, nil
  announce(ticket)
  counter.ticket = ticket.ordinal
  change('counters', counter)
end

-- The counter with the alarm that is meant: a late click must not answer the next one.
local function standing_alarm(id, alarm)
  local counter = counter_row(id)
  check(counter.alarm and text(counter.alarm.id) == alarm, 'alarm_over')
  return counter
end

-- Those who wait for this counter alone go back among those who wait for the service.
local function let_waiting_go(id)
  for _, member in ipairs(redis.call('ZRANGE', line_of('@' .. id), 0, -1)) do
    local ticket = ticket_in(text(tonumber(member)))
    write('ZREM', its_line(ticket), member)
    ticket.target = nil
    write('ZADD', its_line(ticket), text(ticket.score), member)
    change('tickets', ticket)
  end
end

-- What `undo` needs to take a command on a ticket back: see commit.
local function undoable(counter, ordinal, ticket)
  return { counter.id, redis.call('HGET', KEY.tickets, ordinal), ticket }
end

-- Services as an open counter holds them; nil when there is none, for cjson would write an empty list as an object.
local function services(json)
  local list = cjson.decode(json)
  for _, service in ipairs(list) do
    line_of(service)
  end
  return list[1] and list or nil
end
