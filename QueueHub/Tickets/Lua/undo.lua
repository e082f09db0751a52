-- Takes back the last command on a ticket that this person gave at this counter, if nobody has acted on the ticket since.
-- KEYS, ARGV 1-6: see includes/command
-- KEYS  then the ticket's submission
-- ARGV  7 counter  8 ticket  9 how long a command can be taken back (ms)
-- Refused: counter_not_open, not_your_counter, undo_too_late (also: somebody has acted on it, its number is given again), counter_busy
-- Event commandUndone with the ticket as it was before and the counter. New state: the one before.
--- @include counters

-- What was done must be the last that happened to the ticket: its row is still what the command left.
local function last_command(id, ordinal, window)
  local json = check(redis.call('HGET', KEY.undo, id), 'undo_too_late')
  local entry = cjson.decode(json)
  check(entry.by == ACTOR and now - entry.at <= tonumber(window), 'undo_too_late')
  check(redis.call('HGET', KEY.tickets, ordinal) == entry.after, 'undo_too_late')
  return entry.type, cjson.decode(entry.before), cjson.decode(entry.after)
end

-- Takes the ticket from where the command has put it.
local function take(counter, ticket)
  if ticket.state == 'waiting' then
    write('ZREM', its_line(ticket), member_of(ticket))
  elseif ticket.state == 'called' then
    release(counter)
  elseif ticket.state == 'done' then
    check(redis.call('HEXISTS', KEY.living, text(ticket.number)) == 0, 'undo_too_late')
    write('HSET', KEY.living, text(ticket.number), text(ticket.ordinal))
    write('EXPIRE', KEYS[OWN_KEY], text(SUBMISSION_SECONDS.kept))
  end
end

-- Puts it back where it was.
local function put_back(counter, ticket)
  if ticket.state == 'waiting' then
    write('ZADD', its_line(ticket), text(ticket.score), member_of(ticket))
  elseif ticket.state == 'called' or ticket.state == 'serving' then
    check(not counter.ticket, 'counter_busy')
    counter.ticket = ticket.ordinal
    change('counters', counter)
  end
  change('tickets', ticket)
end

return command(function(id, ordinal, window)
  local counter = working_counter(id)
  local undone, before, after = last_command(id, ordinal, window)
  take(counter, after)
  put_back(counter, before)
  if undone == 'ticketCompleted' or undone == 'ticketPassedOn' then
    counter.done = counter.done - 1
  end
  write('HDEL', KEY.undo, id)
  return commit('commandUndone', { undone = undone })
end)
