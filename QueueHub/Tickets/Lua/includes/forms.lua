-- The form of a ticket, while it is written and when it is submitted: a hash of the template, its version and the fields. A field holds
-- "<revision> <ciphertext>" in one value, so that nobody ever reads one without the other. The revision rises by one with every change and outlives
-- a removal (then nothing follows the space): a late writer can neither overwrite what it has not seen nor bring back what was removed.
--- @include tickets

local PHONE_MAY_WRITE = { onTheWay = true, waiting = true, parked = true, noShow = true }
local AT_COUNTER = { called = true, serving = true }
local MOST_FIELDS = 500
local MOST_BYTES = 256 * 1024

-- The ticket whose form its citizen may write: any field until it is called, then those that the clerk asks for.
local function citizens_ticket(ordinal, fields)
  local ticket = ticket_in(ordinal)
  if PHONE_MAY_WRITE[ticket.state] then
    return ticket
  end
  check(AT_COUNTER[ticket.state] and ticket.corrections and not ticket.moving, 'form_locked')
  local asked = {}
  for _, field in ipairs(ticket.corrections) do
    asked[field] = true
  end
  for _, field in ipairs(fields) do
    check(asked[field], 'form_locked')
  end
  return ticket
end

-- The form under a key as it is, or empty when there is none of this template.
local function read_form(key, template)
  local form = { key = key, fields = {} }
  local entries = redis.call('HGETALL', key)
  for i = 1, #entries, 2 do
    local field = entries[i]:match('^field:(.*)$')
    if field then
      local revision, ciphertext = entries[i + 1]:match('^(%d+) (.*)$')
      form.fields[field] = { revision = tonumber(revision), ciphertext = ciphertext }
    else
      form[entries[i]] = entries[i + 1]
    end
  end
  if form.template and form.template ~= template then
    return { key = key, fields = {}, replaces = form.template }
  end
  return form
end

-- True when every field has the revision that its writer has seen.
local function is_as_seen(form, seen)
  for field, value in pairs(form.fields) do
    if seen[field] ~= value.revision then
      return false
    end
  end
  for field in pairs(seen) do
    if not form.fields[field] then
      return false
    end
  end
  return true
end

-- Changes one field; '' removes it. Without a revision to give it back, it gets the next one.
local function set_field(form, field, ciphertext, revision)
  local stored = form.fields[field]
  local changed_field = { revision = revision or (stored and stored.revision + 1 or 1), ciphertext = ciphertext, written = true }
  form.fields[field] = changed_field
  return changed_field
end

-- Collects the writes of a changed form; its 36 hours begin again.
local function keep_form(form, template, form_version)
  local count, bytes = 0, 0
  if form.replaces then
    write('UNLINK', form.key)
  end
  write('HSET', form.key, 'template', template, 'version', form_version)
  for field, value in pairs(form.fields) do
    count = count + 1
    bytes = bytes + #field + #value.ciphertext
    if value.written then
      write('HSET', form.key, 'field:' .. field, text(value.revision) .. ' ' .. value.ciphertext)
    end
  end
  check(count <= MOST_FIELDS and bytes <= MOST_BYTES, 'too_large')
  write('EXPIRE', form.key, text(SUBMISSION_SECONDS.kept))
end
