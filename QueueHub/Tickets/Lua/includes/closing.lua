-- How visits end when the day does.
--- @include counters

local LIVING = { onTheWay = true, waiting = true, called = true, serving = true, parked = true, noShow = true }

-- Ends a ticket that still lives, destroys its submission and frees the counter it is at. `counters` holds the rows this command works on:
-- one row must not be read twice, or the second reading would undo what was done to the first.
local function expire(ticket, submission, counters)
  local served = ticket.state == 'serving'
  if ticket.state == 'waiting' then
    leave_line(ticket)
  elseif ticket.state == 'called' or served then
    local counter = counters[ticket.counter] or counter_row(ticket.counter)
    counters[ticket.counter] = counter
    release(counter)
    if served then
      counter.done = counter.done + 1
      ticket.result = 'closing'
    end
  end
  finish(ticket, served and 'done' or 'expired')
  write('UNLINK', submission)
end
