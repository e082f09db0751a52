-- The citizen at the panel confirms or signs the form, which is thereby submitted as it is. What was signed is what was seen: any field that has another
-- revision refuses it, and one that is changed later makes the signature void for whoever reads it.
-- KEYS, ARGV 1-6: see includes/command
-- KEYS  then the ticket's submission
-- ARGV  7 counter  8 ticket  9 form template  10 its version  11 filled fields  12 revisions seen (JSON object of field and revision, removed ones too)
--       13 kind of signature  14 its ciphertext
-- Refused: forbidden (only panels), not_your_counter, counter_not_open, unknown_ticket, wrong_state, not_at_counter, unknown_form, form_conflict, too_large
-- Event formSigned with the ticket; nothing more is asked of the citizen. The state stays.
--- @include counters
--- @include forms

return command(function(id, ordinal, template, form_version, fields, seen, kind, ciphertext)
  check(PANEL, 'forbidden')
  check(PANEL == id, 'not_your_counter')
  local _, ticket = at_counter(id, ordinal, { serving = true })
  local form = read_form(KEYS[OWN_KEY], template)
  check(form.template, 'unknown_form')
  check(is_as_seen(form, cjson.decode(seen)), 'form_conflict')
  ticket.form = {
    template = template, version = tonumber(form_version), fields = tonumber(fields),
    revision = ticket.form and ticket.form.revision + 1 or 1,
  }
  ticket.signing, ticket.corrections = { kind = kind, at = now }, nil
  change('tickets', ticket)
  write('HSET', form.key, 'signature', ciphertext)
  keep_form(form, template, form_version)
  return commit('formSigned')
end)
