-- Opens a counter, or resumes a paused one. A clerk takes it; a supervisor opens it for somebody.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 counter  8 primary services (JSON array)  9 helping services (JSON array)  10 the sign-in that takes it, or ''
--       11 '1' to take it over from whoever holds it  12 for a supervisor: whose counter it becomes; '' for whoever holds it
-- Refused: forbidden (neither clerk nor supervisor), day_closed, counter_taken, invalid_request (closed, and nobody is named), unknown_service
-- Event counterOpened with the counter. New state: open; a ticket at it stays.
--- @include counters

-- The same person at another screen is refused, too: of two consoles at one counter each would act on what the other has not seen.
local function is_free_for(counter, staff, desk)
  return counter.state == 'closed' or (counter.staff == staff and (not counter.desk or counter.desk == desk))
end

return command(function(id, primary, helping, desk, take_over, named)
  check(STAFF or SUPERVISOR, 'forbidden')
  check(meta.dayState == 'open', 'day_closed')
  local counter = counter_row(id)
  local staff = STAFF or optional(named) or check(counter.staff, 'invalid_request')
  if STAFF then
    check(take_over == '1' or is_free_for(counter, staff, optional(desk)), 'counter_taken')
    counter.desk = optional(desk)
  elseif counter.staff ~= staff then
    counter.desk = nil
  end
  if counter.state ~= 'open' then
    set_counter_state(counter, 'open')
  end
  counter.staff, counter.pauseReason, counter.pauseUntil = staff, nil, nil
  counter.primary, counter.helping = services(primary), services(helping)
  change('counters', counter)
  return commit('counterOpened')
end)
