-- What every command shares: its declared keys, the office's meta, refusals, and the one place that writes.
--
-- KEYS  1 meta  2 events  3 request  4 tickets  5 counters  6 living  7 numbers  8 undo
--       then one waiting line per name of ARGV[6], then the command's own keys
-- ARGV  1 now (ms)  2 business day  3 actor  4 hash of the request  5 bell channel
--       6 lines (JSON array): services, and '@<counter>' for those who wait for one counter alone
--       from 7 on the command's own
-- Returns { code } when refused, otherwise { 'ok', event JSON or '', '1' when replayed else '0', sealed token or '' }
--
-- Redis does not roll a failed script back. So commands check and change rows in Lua only, `write` merely collects,
-- and `commit` first makes sure that nothing can fail any more, then appends the event, then writes the rest. A command without an event
-- has what it collected written by `carry_out`.

local KEY = {
  meta = KEYS[1], events = KEYS[2], request = KEYS[3], tickets = KEYS[4], counters = KEYS[5], living = KEYS[6], numbers = KEYS[7],
  undo = KEYS[8],
}
local DAY, ACTOR, REQUEST_HASH, BELL = ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local OWN_ARGUMENT = 7

local LINES = {}
local OWN_KEY = 9
for _, line in ipairs(cjson.decode(ARGV[6])) do
  LINES[line] = KEYS[OWN_KEY]
  OWN_KEY = OWN_KEY + 1
end

local CLOCK_TOLERANCE = 2000
local REQUEST_SECONDS = 600
local MOVE_SECONDS = 36 * 3600
local SUBMISSION_SECONDS = { kept = 36 * 3600, ended = 60 }
-- cjson writes 14 significant digits: beyond this a number would lose its last ones.
local LARGEST_NUMBER = 99999999999999
local LARGEST_ORDINAL = 999999999999

local meta          -- the office's hash; commands change it, commit writes it back
local now           -- office time: never earlier than anything the office has already seen
local version       -- of the event this command will write

-- Numbers become text by %.0f: concatenation would write 1e+14 for a large one, which XADD refuses as an id.
local function text(number)
  return string.format('%.0f', number)
end

-- An optional argument: the empty string stands for absent.
local function optional(argument)
  if argument ~= '' then
    return argument
  end
end

local function refuse(code)
  error({ refused = code })
end

local function check(condition, code)
  if not condition then
    refuse(code)
  end
  return condition
end

local writes = {}
local function write(...)
  for i = 1, select('#', ...) do
    assert(type(select(i, ...)) == 'string', 'only text is written to Redis')
  end
  writes[#writes + 1] = { ... }
end

local changed = { tickets = {}, counters = {} }

-- Marks a row as changed by this command; it may still be changed further until commit.
local function change(kind, row)
  for _, other in ipairs(changed[kind]) do
    if other == row then
      return
    end
  end
  table.insert(changed[kind], row)
end

local written = {}  -- row → its JSON

-- Collects the changed rows; nil when there is none, for cjson would write an empty list as an object.
local function rows_after(rows, key, field_of)
  for _, row in ipairs(rows) do
    written[row] = cjson.encode(row)
    write('HSET', key, field_of(row), written[row])
  end
  return rows[1] and rows
end

local TYPE_WRITTEN = { HSET = 'hash', HINCRBY = 'hash', HDEL = 'hash', ZADD = 'zset', ZREM = 'zset', ZREMRANGEBYSCORE = 'zset' }

-- A key of another type would fail its write half-way through the command, so all are looked at before the first one.
local function check_types()
  local known = {}
  for _, operation in ipairs(writes) do
    local wanted, key = TYPE_WRITTEN[operation[1]], operation[2]
    if wanted and not known[key] then
      local found = redis.call('TYPE', key).ok
      assert(found == 'none' or found == wanted, 'key ' .. key .. ' is a ' .. found)
      known[key] = true
    end
  end
end

-- Writes everything collected; nothing may have been collected that can fail. The bell only saves others the wait for what they would read by
-- themselves: a user who may not publish must not make a done command look failed.
local function write_all(bell, message)
  for _, operation in ipairs(writes) do
    redis.call(unpack(operation))
  end
  if bell then
    redis.pcall('PUBLISH', bell, message)
  end
end

-- Ends a command that has no event, and no bell unless one is given.
local function carry_out(bell, message)
  check_types()
  write_all(bell, message)
end

-- Writes the event and everything collected. Answers what the caller gets, now and when it repeats the request.
local function commit(event_type, details)
  details = details or {}
  local event = cjson.encode({
    version = version, epoch = meta.epoch, at = now, day = meta.businessDay, type = event_type, by = ACTOR, reason = details.reason, dayOpen = details.dayOpen,
    passed = details.passed, undone = details.undone, notice = details.notice, alarm = details.alarm,
    tickets = rows_after(changed.tickets, KEY.tickets, function(ticket) return text(ticket.ordinal) end),
    counters = rows_after(changed.counters, KEY.counters, function(counter) return counter.id end),
  })
  local sealed = details.sealed or ''
  if details.undo then
    local counter, before, ticket = unpack(details.undo)
    write('HSET', KEY.undo, counter, cjson.encode({ at = now, by = ACTOR, type = event_type, before = before, after = written[ticket] }))
  end

  write('HSET', KEY.meta,
    'epoch', meta.epoch, 'version', text(version), 'ordinal', text(meta.ordinal), 'joined', text(meta.joined),
    'businessDay', meta.businessDay, 'dayState', meta.dayState, 'now', text(now), 'simulated', meta.simulated,
    'run', meta.run, 'compared', text(meta.compared), 'closed', meta.closed, 'notice', meta.notice)
  write('HSET', KEY.request, 'hash', REQUEST_HASH, 'event', event, 'sealed', sealed)
  write('EXPIRE', KEY.request, text(details.kept or REQUEST_SECONDS))
  check_types()

  for _, known in ipairs(details.known or {}) do
    redis.call('XADD', KEY.events, text(known.version) .. '-0', 'event', known.event)
  end
  redis.call('XADD', KEY.events, text(version) .. '-0', 'event', event)
  write_all(BELL, text(version))
  return { 'ok', event, '0', sealed }
end

-- The answer to a request that was carried out before, or nil. The hash binds the id to its caller and body.
local function answered_before()
  local hash, event, sealed, refused = unpack(redis.call('HMGET', KEY.request, 'hash', 'event', 'sealed', 'refused'))
  if hash then
    check(hash == REQUEST_HASH, 'request_id_conflict')
    check(not refused, refused)
    return { 'ok', event, '1', sealed }
  end
end

-- Ends a command that had nothing to do, for good: whoever repeats the request later is told the same, and it is not done after all.
local function done_already()
  write('HSET', KEY.request, 'hash', REQUEST_HASH, 'event', '', 'sealed', '')
  write('EXPIRE', KEY.request, text(REQUEST_SECONDS))
  carry_out()
  return { 'ok', '', '0', '' }
end

-- Makes a refusal stand: whoever repeats the request is refused again, whatever has changed meanwhile.
local function keep_refusal(code)
  redis.call('HSET', KEY.request, 'hash', REQUEST_HASH, 'refused', code)
  redis.call('EXPIRE', KEY.request, text(MOVE_SECONDS))
end

local function read_meta()
  local fields = redis.call('HMGET', KEY.meta,
    'epoch', 'version', 'ordinal', 'joined', 'businessDay', 'dayState', 'now', 'simulated', 'run', 'compared', 'closed', 'notice')
  meta = {
    epoch = fields[1], version = tonumber(fields[2] or 0), ordinal = tonumber(fields[3] or 0), joined = tonumber(fields[4] or 0),
    businessDay = fields[5], dayState = fields[6], now = tonumber(fields[7] or 0), simulated = fields[8] or '0', run = fields[9],
    compared = tonumber(fields[10] or 0), closed = fields[11] or '0', notice = fields[12] or '',
  }
end

-- Names this Redis process: another one after a restart, also with the same files, and after a failover.
local function this_run()
  return redis.call('INFO', 'server'):match('run_id:(%x+)')
end

-- A Redis that was started from an older file, or a replica that lagged, must not decide anything before the nodes have compared it with what they know.
local function check_confirmed()
  check(meta.epoch and meta.run == this_run(), 'unavailable')
end

-- Milliseconds of Redis's own clock, which all nodes share.
local function redis_time()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

-- A node whose clock is ahead would send its citizens ahead of those who came before them.
local function read_clock()
  local told = tonumber(ARGV[1])
  if meta.simulated ~= '1' then
    check(math.abs(told - redis_time()) <= CLOCK_TOLERANCE, 'clock_skew')
  end
  now = math.max(told, meta.now)
end

local function number_event()
  version = meta.version + 1
  assert(version <= LARGEST_NUMBER, 'the versions of this office are used up')
end

-- Joining times rise strictly, so that two tickets of one millisecond keep their order.
local function join_now()
  meta.joined = math.max(now, meta.joined + 1)
  return meta.joined
end

-- Runs a command: refusals become answers, anything else stays the error it is.
local function run(body)
  local finished, answer = pcall(function()
    return answered_before() or body()
  end)
  if finished then
    return answer
  end
  if type(answer) == 'table' and answer.refused then
    return { answer.refused }
  end
  -- Redis's pcall makes text of an error; as a table it keeps its code, such as OOM.
  error(type(answer) == 'string' and { err = answer } or answer, 0)
end

-- Runs a command of the current business day.
local function command(body)
  return run(function()
    read_meta()
    check_confirmed()
    check(DAY == meta.businessDay, 'day_changed')
    read_clock()
    number_event()
    return body(unpack(ARGV, OWN_ARGUMENT))
  end)
end
