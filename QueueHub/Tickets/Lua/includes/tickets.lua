-- Ticket rows and the lines they wait in.
--- @include command

-- The row of a ticket, which must be in one of the given states (any, when none is given).
local function ticket_in(ordinal, states, code)
  local json = check(redis.call('HGET', KEY.tickets, ordinal), 'unknown_ticket')
  local ticket = cjson.decode(json)
  check(not states or states[ticket.state], code or 'wrong_state')
  return ticket
end

-- The key of a service's line. Only declared lines may be touched.
local function line_of(service)
  return check(LINES[service], 'unknown_service')
end

-- Members are padded so that equal scores, which Redis orders by member, keep the order of issue.
local function member_of(ticket)
  return string.format('%012.0f', ticket.ordinal)
end

local function set_state(ticket, state)
  ticket.state = state
  ticket.since = now
  change('tickets', ticket)
end

-- Puts a ticket into its service's line; nothing of an earlier call stays.
local function enter_line(ticket, score)
  ticket.score = score
  ticket.counter, ticket.calledAt, ticket.servedAt = nil, nil, nil
  ticket.callId, ticket.calls = 0, 0
  set_state(ticket, 'waiting')
  write('ZADD', line_of(ticket.service), text(score), member_of(ticket))
end

-- Joins the line of the ticket's service now; whoever has a credit goes that much before others who join now.
local function join_line(ticket, credit)
  ticket.joined = join_now()
  enter_line(ticket, ticket.joined - credit - ticket.credit)
end

-- Takes a waiting ticket out of its line and adds up how long it has waited on this visit.
local function leave_line(ticket)
  ticket.waited = ticket.waited + (now - ticket.since)
  write('ZREM', line_of(ticket.service), member_of(ticket))
end

-- Ends a visit: its number is free again.
local function finish(ticket, state)
  set_state(ticket, state)
  write('HDEL', KEY.living, text(ticket.number))
end
