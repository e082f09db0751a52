-- Ticket rows and the lines they wait in.
--- @include command

-- The row of a ticket, which must be in one of the given states (any, when none is given).
local function ticket_in(ordinal, states, code)
  local json = check(redis.call('HGET', KEY.tickets, ordinal), 'unknown_ticket')
  local ticket = cjson.decode(json)
  check(not states or states[ticket.state], code or 'wrong_state')
  return ticket
end

-- The key of a line. Only declared lines may be touched.
local function line_of(name)
  return check(LINES[name], 'unknown_service')
end

-- The key of the line a ticket waits in: its service's, or that of the one counter it is to go to.
local function its_line(ticket)
  return line_of(ticket.target and '@' .. ticket.target or ticket.service)
end

-- Members are padded so that equal scores, which Redis orders by member, keep the order of issue.
local function member_of(ticket)
  return string.format('%012.0f', ticket.ordinal)
end

-- How many of its line come before a ticket, also one that is not in it just now. With equal scores the order of issue decides.
local function before_it(ticket)
  local line, score, own = its_line(ticket), text(ticket.score), member_of(ticket)
  local before = redis.call('ZCOUNT', line, '-inf', '(' .. score)
  for _, member in ipairs(redis.call('ZRANGEBYSCORE', line, score, score)) do
    if member < own then
      before = before + 1
    end
  end
  return before
end

local function set_state(ticket, state)
  ticket.state = state
  ticket.since = now
  if state ~= 'called' and state ~= 'serving' then
    ticket.corrections = nil
  end
  if state ~= 'parked' then
    ticket.place, ticket.parkedBy = nil, nil
  end
  change('tickets', ticket)
end

-- Puts a ticket into its line; nothing of an earlier call stays.
local function enter_line(ticket, score)
  ticket.score = score
  ticket.counter, ticket.calledAt, ticket.servedAt, ticket.announcedAt, ticket.openedBy = nil, nil, nil, nil, nil
  ticket.callId, ticket.calls = 0, 0
  set_state(ticket, 'waiting')
  write('ZADD', its_line(ticket), text(score), member_of(ticket))
end

-- Joins the ticket's line now; whoever has a credit goes that much before others who join now.
local function join_line(ticket, credit)
  ticket.joined = join_now()
  enter_line(ticket, ticket.joined - credit - ticket.credit)
end

-- Takes a waiting ticket out of its line and adds up how long it has waited on this visit.
local function leave_line(ticket)
  ticket.waited = ticket.waited + (now - ticket.since)
  write('ZREM', its_line(ticket), member_of(ticket))
end

-- Ends a visit: its number is free again.
local function finish(ticket, state)
  set_state(ticket, state)
  write('HDEL', KEY.living, text(ticket.number))
end

-- The present leg is over: the ticket joins the line of the next one, before others by the time it has waited on this visit, up to a cap.
local function next_leg(ticket, waited_cap)
  ticket.leg = ticket.leg + 1
  ticket.service = ticket.journey[ticket.leg + 1]
  ticket.target = nil
  join_line(ticket, math.min(ticket.waited, waited_cap))
end
