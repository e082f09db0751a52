-- A ticket on its way to another office: it stands at its counter until it has a number there, and nothing else is done to it meanwhile.
--- @include counters

-- The ticket, if it is still on the way by the same one of its moves: of two nodes that finish a move the slower one comes too late.
local function moving_ticket(ordinal, move)
  local ticket = ticket_in(ordinal)
  check(ticket.moving and ticket.moves == tonumber(move), 'wrong_state')
  return ticket
end
