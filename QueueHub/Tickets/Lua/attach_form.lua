-- Submits a prepared form for the ticket at a counter. The node has sealed it anew: a ciphertext belongs to its ticket. The prepared one stays; a signature
-- under what was there goes.
-- KEYS, ARGV 1-6: see includes/command
-- KEYS  then the ticket's submission, the prepared form
-- ARGV  7 counter  8 ticket  9 service whose form it is  10 '1' to replace what is written already
--       11 form bell  12 form template  13 its version  14 filled fields  15… for each field: its name, ciphertext
-- Refused: unknown_ticket, forbidden, counter_not_open, not_your_counter, wrong_state, not_at_counter, unknown_form (another service), unknown_prepared_form, form_conflict (something is written), too_large
-- Event formSubmitted with the ticket; nothing more is asked of the citizen. The state stays. The form bell rings as for an edit: the counter's screens show the form already.
--- @include counters
--- @include forms

return command(function(id, ordinal, service, replace, bell, template, form_version, fields, ...)
  check(STAFF, 'forbidden')
  local _, ticket = at_counter(id, ordinal, { called = true, serving = true })
  check(ticket.service == service, 'unknown_form')
  check(redis.call('EXISTS', KEYS[OWN_KEY + 1]) == 1, 'unknown_prepared_form')

  local form = read_form(KEYS[OWN_KEY], template)
  local written = form.replaces or ticket.form
  for _, field in pairs(form.fields) do
    written = written or field.ciphertext ~= ''
  end
  check(not written or replace == '1', 'form_conflict')

  -- What the prepared form leaves out is removed: a late writer must not bring it back.
  local answers, given, rung = { ... }, {}, {}
  for i = 1, #answers, 2 do
    given[answers[i]] = answers[i + 1]
  end
  for field, value in pairs(form.fields) do
    if not given[field] and value.ciphertext ~= '' then
      rung[field] = set_field(form, field, '').revision
    end
  end
  for field, ciphertext in pairs(given) do
    rung[field] = set_field(form, field, ciphertext).revision
  end
  ticket.form = {
    template = template, version = tonumber(form_version), fields = tonumber(fields),
    revision = ticket.form and ticket.form.revision + 1 or 1,
  }
  ticket.corrections, ticket.signing = nil, nil
  change('tickets', ticket)
  -- What was signed was another form, even where every answer is the same.
  write('HDEL', form.key, 'signature')
  keep_form(form, template, form_version)
  write('HINCRBY', KEY.meta, 'edits', '1')
  local answer = commit('formSubmitted')
  redis.pcall('PUBLISH', bell, cjson.encode({ ticket = ticket.ordinal, fields = rung }))
  return answer
end)
