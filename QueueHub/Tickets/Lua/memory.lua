-- What Redis says of its memory (INFO memory), before too much of it is used.
-- No KEYS, no ARGV. Writes nothing.
return redis.call('INFO', 'memory')
