-- Attaches or replaces the form of a ticket that has not been called.
-- KEYS, ARGV 1-6: see includes/command
-- KEYS  then the ticket's submission
-- ARGV  7 ticket  8 form template  9 its version  10 filled fields  11 ciphertext
-- Refused: unknown_ticket, form_locked
-- Event formSubmitted with the ticket. The state stays.
--- @include tickets

return command(function(ordinal, template, form_version, fields, ciphertext)
  local ticket = ticket_in(ordinal, { onTheWay = true, waiting = true, parked = true, noShow = true }, 'form_locked')
  ticket.form = {
    template = template, version = tonumber(form_version), fields = tonumber(fields),
    revision = ticket.form and ticket.form.revision + 1 or 1,
  }
  change('tickets', ticket)
  write('SET', KEYS[OWN_KEY], ciphertext, 'EX', text(SUBMISSION_SECONDS.kept))
  return commit('formSubmitted')
end)
