-- Changes fields of a ticket's form, each only while it has the revision that its writer has seen. A field that somebody else has changed
-- meanwhile stays as it is and is answered; the others are written all the same: one field in dispute must not hold up the rest of a page.
-- The citizen writes until the ticket is called; then the clerk who holds its counter, and that counter's panel; and the citizen what the clerk asks for.
-- KEYS, ARGV 1-6: see includes/command. The request's answer is not stored: a repeated edit finds its own ciphertext one revision later.
-- KEYS  then the ticket's submission
-- ARGV  7 ticket  8 counter, or '' for the citizen  9 form bell  10 form template  11 its version
--       12… for each field: its name, the revision seen (0: none yet), '1' when that one was acknowledged and may be lost, ciphertext or '' to remove it
-- Refused: unknown_ticket, form_locked, forbidden, counter_not_open, not_your_counter, wrong_state, not_at_counter, unknown_form (the ticket has submitted another), too_large
-- No event: contents never enter the log, and it would drown in keystrokes. The form bell rings with ticket, fields and revisions; edits are counted, so that
-- a bell that got lost is noticed.
-- Returns { 'ok', '', '0', '' }, then for each field: its name, '1' when written else '0', its revision now, its ciphertext now
--- @include counters
--- @include forms

local function ticket_to_write(ordinal, id, changes)
  if ACTOR == 'citizen' then
    local fields = {}
    for i = 1, #changes, 4 do
      fields[#fields + 1] = changes[i]
    end
    return citizens_ticket(ordinal, fields)
  end
  check(STAFF or PANEL, 'forbidden')
  check(not PANEL or PANEL == id, 'not_your_counter')
  -- Before the visit has begun whoever stands at the panel may be somebody else.
  local _, ticket = at_counter(id, ordinal, PANEL and { serving = true } or AT_COUNTER)
  return ticket
end

return command(function(ordinal, id, bell, template, form_version, ...)
  local changes = { ... }
  local ticket = ticket_to_write(ordinal, id, changes)
  local form = read_form(KEYS[OWN_KEY], template)
  -- A draft of another form may go, a submitted one may not: the citizen submits the new one first.
  check(not (form.replaces and ticket.form), 'unknown_form')

  local answer, rung = { 'ok', '', '0', '' }, {}
  for i = 1, #changes, 4 do
    local field, seen, again, ciphertext = changes[i], tonumber(changes[i + 1]), changes[i + 2] == '1', changes[i + 3]
    local stored = form.fields[field] or { revision = 0, ciphertext = '' }
    -- Revisions only rise, so one that is below what was acknowledged has been lost. What is sent again gets its old revision: of two phones the one
    -- that had seen more is right, whichever comes first.
    local written = again and stored.revision < seen or not again and stored.revision == seen
    if written then
      stored = set_field(form, field, ciphertext, again and seen)
      rung[field] = stored.revision
    end
    for _, part in ipairs({ field, written and '1' or '0', text(stored.revision), stored.ciphertext }) do
      answer[#answer + 1] = part
    end
  end

  if next(rung) then
    keep_form(form, template, form_version)
    write('HINCRBY', KEY.meta, 'edits', '1')
    carry_out(bell, cjson.encode({ ticket = ticket.ordinal, fields = rung }))
  end
  return answer
end)
