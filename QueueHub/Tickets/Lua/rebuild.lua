-- Founds an office anew, under a new epoch, from what nodes and history still know: Redis has lost it, or was set back.
-- KEYS, ARGV 1-6: see includes/command; the business day is that of the rows
-- KEYS  then the stem of the submissions' keys, the tickets of each phone
-- ARGV  7 epoch found here ('' when there is none) and 8 its version  9 new epoch  10 floor of versions  11 floor of ordinals
--       12 state of the day  13 office time of the rows (ms)  14 '1' when the office runs on its own clock
--       15 tickets  16 counters  17 service → last number (JSON)
--       18 events that only nodes still hold, to be put into the log first so that history misses none (JSON array of { version, event = JSON })
-- Refused: wrong_state (confirmed or rebuilt meanwhile), unknown_service, invalid_request
-- Event officeRebuilt with every row. Forms whose contents are lost are no longer named by their tickets; of visits that are over they are gone by design,
-- and that one was handed in stays known.
--- @include tickets

local LIVING = { onTheWay = true, waiting = true, called = true, serving = true, parked = true, noShow = true }

local function check_unchanged(epoch, found)
  check((meta.epoch or '') == epoch and meta.version == tonumber(found) and meta.run ~= this_run(), 'wrong_state')
end

local function drop_rows()
  for _, key in ipairs({ KEY.tickets, KEY.counters, KEY.living, KEY.numbers, KEY.undo, KEYS[OWN_KEY + 1] }) do
    write('UNLINK', key)
  end
  for _, line in pairs(LINES) do
    write('UNLINK', line)
  end
end

local function restore_ticket(ticket)
  if ticket.form and LIVING[ticket.state] and redis.call('EXISTS', KEYS[OWN_KEY] .. text(ticket.ordinal)) == 0 then
    ticket.form = nil
  end
  if ticket.state == 'waiting' then
    write('ZADD', its_line(ticket), text(ticket.score), member_of(ticket))
  end
  if LIVING[ticket.state] then
    write('HSET', KEY.living, text(ticket.number), text(ticket.ordinal))
  end
  meta.joined = math.max(meta.joined, ticket.joined)
  table.insert(changed.tickets, ticket)
end

return run(function()
  local epoch, found, new_epoch, floor_version, floor_ordinal, day_state, at, simulated, tickets, counters, numbers, events = unpack(ARGV, OWN_ARGUMENT)
  read_meta()
  check_unchanged(epoch, found)
  floor_version, floor_ordinal = tonumber(floor_version), tonumber(floor_ordinal)
  check(floor_version >= meta.version and floor_version < LARGEST_NUMBER and floor_ordinal < LARGEST_ORDINAL, 'invalid_request')
  meta.epoch, meta.version, meta.ordinal, meta.simulated, meta.run = new_epoch, floor_version, math.max(floor_ordinal, meta.ordinal), simulated, this_run()
  meta.compared, meta.notice = floor_version, ''
  meta.businessDay, meta.dayState, meta.now = DAY, day_state, math.max(meta.now, tonumber(at))
  read_clock()
  number_event()

  drop_rows()
  for _, ticket in ipairs(cjson.decode(tickets)) do
    restore_ticket(ticket)
  end
  changed.counters = cjson.decode(counters)
  for service, number in pairs(cjson.decode(numbers)) do
    write('HSET', KEY.numbers, service, text(number))
  end
  return commit('officeRebuilt', { dayOpen = day_state == 'open', known = cjson.decode(events) })
end)
