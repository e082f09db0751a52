-- What a visit was, beside its times. A stop is one stay in a service's line until the ticket leaves it; its times are Unix milliseconds, and what is zero
-- or unknown is absent. docs/history.md has the fields.
alter table ticket
  add column transfers integer not null default 0,
  add column recalls integer not null default 0,
  add column pages integer not null default 0,
  add column rating smallint check (rating between 1 and 5),
  add column expected_low integer,
  add column expected_high integer,
  add column expected_at timestamptz,
  add column stops jsonb not null default '[]';

-- How long each counter was open, or paused and why it is not said: nobody's pauses are a statistic. No row for the time it was closed.
create table counter_stretch (
  office text not null,
  business_date date not null,
  counter text not null,
  since timestamptz not null,
  until timestamptz,
  state text not null check (state in ('open', 'paused')),
  staff text,
  primary key (office, business_date, counter, since)
) partition by range (business_date);

create index counter_stretch_running on counter_stretch (office) where until is null;

create or replace function ensure_history_partitions(day date) returns void language plpgsql as $$
declare
  first date := date_trunc('month', day::timestamp)::date;
  suffix text := to_char(day::timestamp, '_YYYY_MM');
  parent text;
begin
  perform pg_advisory_xact_lock(hashtext('ensure_history_partitions'));
  foreach parent in array array['event', 'ticket', 'counter_stretch'] loop
    if to_regclass(parent || suffix) is null then
      execute format('create table %I (like %I including all)', parent || suffix, parent);
      execute format('alter table %I attach partition %I for values from (%L) to (%L)',
        parent, parent || suffix, first, (first + interval '1 month')::date);
    end if;
  end loop;
end $$;

-- The months that there are already have no stretches yet.
select ensure_history_partitions(to_date(right(relname, 7), 'YYYY_MM')) from pg_class where relkind = 'r' and relname ~ '^ticket_[0-9]{4}_[0-9]{2}$';

-- Sums over hours, days, months and years, each by itself, so that a question about ten years reads a few rows. Only ever the sum of what tickets and
-- counters contribute (History/Rollups): the writer adds in the transaction of its events, and a rebuild finds the same.
-- "key" is what the kind is of: a service, a counter, a class, a channel, the services of a journey; '' of the whole office. "start" is the office's own time.
-- wait, walk, serve: how many fell into which bucket; bucket b holds [2^(b/8), 2^((b+1)/8)) seconds, bucket 0 from zero.
-- slots: how many numbers were taken in which hour of the week (0 is Monday, midnight). All four packed (History/Rollups/PackedCounts): as arrays of integers
-- they would be most of what a question about years has to wait for.
create table rollup (
  grain text not null,
  kind text not null check (kind in ('office', 'service', 'counter', 'class', 'channel', 'journey')),
  office text not null,
  start timestamp not null,
  key text not null,
  visits integer not null default 0,
  stops integer not null default 0,
  called integer not null default 0,
  served integer not null default 0,
  absent integer not null default 0,
  cancelled integer not null default 0,
  expired integer not null default 0,
  transferred integer not null default 0,
  moved integer not null default 0,
  recalls integer not null default 0,
  out_of_order integer not null default 0,
  parked integer not null default 0,
  forms integer not null default 0,
  pages integer not null default 0,
  rated integer not null default 0,
  rating_sum integer not null default 0,
  satisfied integer not null default 0,
  told integer not null default 0,
  told_within integer not null default 0,
  told_sooner integer not null default 0,
  told_later integer not null default 0,
  told_error_ms bigint not null default 0,
  wait_ms bigint not null default 0,
  walk_ms bigint not null default 0,
  serve_ms bigint not null default 0,
  parked_ms bigint not null default 0,
  busy_ms bigint not null default 0,
  open_ms bigint not null default 0,
  paused_ms bigint not null default 0,
  wait bytea not null default '',
  walk bytea not null default '',
  serve bytea not null default '',
  slots bytea not null default '',
  primary key (grain, kind, office, start, key)
) partition by list (grain);

create table rollup_hour partition of rollup for values in ('hour');
create table rollup_day partition of rollup for values in ('day');
create table rollup_month partition of rollup for values in ('month') with (fillfactor = 70);
create table rollup_year partition of rollup for values in ('year') with (fillfactor = 70);
