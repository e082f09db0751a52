-- Names the Redis process that answers: the same value that commands compare with the office's (includes/command).
-- No KEYS, no ARGV. Writes nothing.
return redis.call('INFO', 'server'):match('run_id:(%x+)')
