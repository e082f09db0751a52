-- Lets others go first: the ticket goes behind the next few of its line. A called one may also go back to where it was (0 places), but not by
-- its citizen: the clerk waits for whom the counter has called.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 ticket  8 places  9 how often letting others go first is allowed
-- Refused: unknown_ticket, wrong_state, requeue_limit, counter_not_open, not_your_counter, unknown_service
-- Event ticketRequeued with the ticket, and the counter when it was called. New state: waiting.
--- @include counters

-- The score just behind the n-th ticket after this one, or behind the last.
local function score_behind(ticket, places)
  local line, own = its_line(ticket), member_of(ticket)
  local following = before_it(ticket) + (ticket.state == 'waiting' and 1 or 0)
  local last = math.min(following + places, redis.call('ZCARD', line)) - 1
  if last < following then
    return ticket.score
  end
  local member, its_score = unpack(redis.call('ZRANGE', line, text(last), text(last), 'WITHSCORES'))
  return tonumber(its_score) + (member < own and 0 or 1)
end

return command(function(ordinal, places, limit)
  local ticket = ticket_in(ordinal, { waiting = true, called = ACTOR ~= 'citizen' })
  places = tonumber(places)
  check(places >= 1 or (places == 0 and ticket.state == 'called'), 'wrong_state')
  local score = ticket.score
  if places >= 1 then
    check(ticket.requeued < tonumber(limit), 'requeue_limit')
    ticket.requeued = ticket.requeued + 1
    score = score_behind(ticket, places)
  end
  local since = ticket.state == 'waiting' and ticket.since or now
  release_from_counter(ticket)
  enter_line(ticket, score)
  ticket.since = since
  return commit('ticketRequeued')
end)
