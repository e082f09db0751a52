-- Issues a ticket: the next number of its service, a place in its line, and the form when one is given.
-- KEYS, ARGV 1-6: see includes/command
-- KEYS  then the stem of the submissions' keys: the ordinal that completes it is decided here; the tickets of each phone
-- ARGV  7 journey (JSON array of services)  8 first number  9 last number  10 class  11 credit (ms)  12 channel  13 language
--       14 hash of the token  15 sealed token  16 '1' when presence is still to be shown
--       17 '1' outside the hours in which this caller gets numbers: asked here, so that a request answered before still gets its answer
--       18 ticket of another office that becomes this one (JSON), or ''  19 waiting credit it brings along (ms)
--       20 hash of the phone, or '' for who is none  21 how many living tickets of the first service it may hold
--       22 hash of the token that may only look, or ''  23 the wait that was foretold (JSON), or ''
--       24 form template, or ''  25 its version  26 filled fields  27… for each field: its name, ciphertext
-- Refused: day_closed, office_closed, unknown_service, already_waiting, numbers_exhausted, too_large. For a ticket of another office that stands: there it goes on being
-- served once this office has refused it, and must not get a number here afterwards.
-- Event ticketIssued with the ticket. New state: waiting, or onTheWay (in no line).
--- @include forms

-- The number after the last one, starting again at the end of the range, past those that somebody still holds.
local function next_number(service, from, to)
  local number = tonumber(redis.call('HGET', KEY.numbers, service) or from - 1)
  for _ = from, to do
    number = number + 1
    if number < from or number > to then
      number = from
    end
    if redis.call('HEXISTS', KEY.living, text(number)) == 0 then
      return number
    end
  end
  refuse('numbers_exhausted')
end

-- A phone that takes one number after the other would hold places for nobody.
local function hold(phone, service, most, ordinal)
  local field, held = phone .. ':' .. service, {}
  for _, other in ipairs(cjson.decode(redis.call('HGET', KEYS[OWN_KEY + 1], field) or '[]')) do
    local ticket = cjson.decode(redis.call('HGET', KEY.tickets, text(other)) or '{}')
    if ticket.number and redis.call('HGET', KEY.living, text(ticket.number)) == text(other) then
      table.insert(held, other)
    end
  end
  check(#held < most, 'already_waiting')
  table.insert(held, ordinal)
  write('HSET', KEYS[OWN_KEY + 1], field, cjson.encode(held))
end

local function issue(
  journey, from, to, class, credit, channel, language, token_hash, sealed, on_the_way, closed, origin, waited, phone, most, watch, expected,
  template, form_version, fields, ...)
  check(meta.dayState == 'open', 'day_closed')
  check(closed ~= '1', 'office_closed')
  journey = cjson.decode(journey)
  for _, service in ipairs(journey) do
    line_of(service)
  end
  local number = next_number(check(journey[1], 'unknown_service'), tonumber(from), tonumber(to))
  meta.ordinal = meta.ordinal + 1
  check(meta.ordinal <= LARGEST_ORDINAL, 'numbers_exhausted')

  local ticket = {
    ordinal = meta.ordinal, number = number, service = journey[1], journey = journey, leg = 0,
    class = class, credit = tonumber(credit), channel = channel, language = language, day = meta.businessDay,
    state = 'onTheWay', score = 0, issued = now, joined = now, waited = tonumber(waited), since = now, tokenHash = token_hash,
    callId = 0, calls = 0, reinstated = 0, requeued = 0, origin = optional(origin) and cjson.decode(origin),
    watchHash = optional(watch), expected = optional(expected) and cjson.decode(expected),
  }
  if optional(phone) then
    hold(phone, ticket.service, tonumber(most), ticket.ordinal)
  end
  write('HSET', KEY.numbers, ticket.service, text(number))
  write('HSET', KEY.living, text(number), text(ticket.ordinal))
  if on_the_way == '1' then
    set_state(ticket, 'onTheWay')
  else
    join_line(ticket, ticket.waited)
  end
  if optional(template) then
    ticket.form = { template = template, version = tonumber(form_version), fields = tonumber(fields), revision = 1 }
    local form, answers = { key = KEYS[OWN_KEY] .. text(ticket.ordinal), fields = {} }, { ... }
    for i = 1, #answers, 2 do
      set_field(form, answers[i], answers[i + 1])
    end
    keep_form(form, template, form_version)
  end
  return commit('ticketIssued', { sealed = sealed, kept = optional(origin) and MOVE_SECONDS })
end

return command(function(...)
  local issued, answer = pcall(issue, ...)
  if issued then
    return answer
  end
  local origin = select(12, ...)
  if optional(origin) and type(answer) == 'table' and answer.refused then
    keep_refusal(answer.refused)
  end
  error(answer, 0)
end)
