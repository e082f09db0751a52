-- Shows a notice on the office's screens, or takes it away.
-- KEYS, ARGV 1-6: see includes/command
-- ARGV  7 notice (JSON), or ''
-- Refused: forbidden (only supervisors)
-- Event noticeChanged with the notice; without one when it is taken away.
--- @include counters

return command(function(notice)
  check(SUPERVISOR, 'forbidden')
  meta.notice = notice
  return commit('noticeChanged', { notice = optional(notice) and cjson.decode(notice) })
end)
