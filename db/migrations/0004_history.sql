-- How far the log of each office is written. Its row is the writers' lease, position and idempotency at once.
create table history_position (
  office text primary key,
  epoch text not null default '',
  version bigint not null default 0,
  ordinal bigint not null default 0,
  updated_at timestamptz not null default now()
);

-- Every event of every office, in the order of its versions. payload is the event as the log had it.
create table event (
  office text not null,
  business_date date not null,
  version bigint not null,
  epoch text not null,
  at timestamptz not null,
  type text not null,
  actor text not null,
  tickets bigint[] not null,
  counters text[] not null,
  payload jsonb not null,
  primary key (office, business_date, version)
) partition by range (business_date);

-- One row a ticket: as its last event left it, and how long it spent in each state until then (since the start of the present one).
create table ticket (
  office text not null,
  business_date date not null,
  ordinal bigint not null,
  version bigint not null,
  number integer not null,
  service text not null,
  journey text[] not null,
  leg integer not null,
  class text not null,
  channel text not null,
  language text not null,
  state text not null,
  since timestamptz not null,
  issued_at timestamptz not null,
  called_at timestamptz,
  served_at timestamptz,
  ended_at timestamptz,
  on_the_way_ms bigint not null default 0,
  waiting_ms bigint not null default 0,
  called_ms bigint not null default 0,
  serving_ms bigint not null default 0,
  parked_ms bigint not null default 0,
  no_show_ms bigint not null default 0,
  counter text,
  staff text,
  calls integer not null default 0,
  reinstated integer not null default 0,
  requeued integer not null default 0,
  result text,
  form_template text,
  form_version integer,
  form_fields integer,
  primary key (office, business_date, ordinal)
) partition by range (business_date);

-- A month of both tables. Attached rather than created in place: attaching does not wait for, nor block, other writers' inserts.
create function ensure_history_partitions(day date) returns void language plpgsql as $$
declare
  first date := date_trunc('month', day::timestamp)::date;
  suffix text := to_char(day::timestamp, '_YYYY_MM');
  parent text;
begin
  perform pg_advisory_xact_lock(hashtext('ensure_history_partitions'));
  foreach parent in array array['event', 'ticket'] loop
    if to_regclass(parent || suffix) is null then
      execute format('create table %I (like %I including all)', parent || suffix, parent);
      execute format('alter table %I attach partition %I for values from (%L) to (%L)',
        parent, parent || suffix, first, (first + interval '1 month')::date);
    end if;
  end loop;
end $$;
