-- Submits the form of a ticket, first or again, until it is called and then what the clerk asks for: all of it or nothing, for a form sent in two halves by two phones would be nobody's.
-- A field that is not changed keeps its revision.
-- KEYS, ARGV 1-6: see includes/command
-- KEYS  then the ticket's submission
-- ARGV  7 ticket  8 form template  9 its version  10 filled fields  11 revisions seen (JSON object of field and revision, removed ones too)
--       12… for each field to change: its name, ciphertext or '' to remove it
-- Refused: unknown_ticket, form_locked, form_conflict (a field has another revision than the one seen), too_large
-- Event formSubmitted with the ticket; nothing more is asked of the citizen. The state stays.
--- @include forms

return command(function(ordinal, template, form_version, fields, seen, ...)
  local changes, changed_fields = { ... }, {}
  for i = 1, #changes, 2 do
    changed_fields[#changed_fields + 1] = changes[i]
  end
  local ticket = citizens_ticket(ordinal, changed_fields)
  local form = read_form(KEYS[OWN_KEY], template)
  check(is_as_seen(form, cjson.decode(seen)), 'form_conflict')
  ticket.form = {
    template = template, version = tonumber(form_version), fields = tonumber(fields),
    revision = ticket.form and ticket.form.revision + 1 or 1,
  }
  ticket.corrections = nil
  change('tickets', ticket)
  for i = 1, #changes, 2 do
    set_field(form, changes[i], changes[i + 1])
  end
  keep_form(form, template, form_version)
  return commit('formSubmitted')
end)
