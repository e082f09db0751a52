-- What was done to protect a clerk, and what clerks and supervisors have written down of it: entries from events are written with the events, the others by
-- people. Chained by hashes as form_access is.
create table incident (
  office text not null,
  seq bigint not null,
  incident text not null,
  business_date date not null,
  at timestamptz not null,
  counter text not null,
  ordinal bigint,
  number integer,
  staff text not null,
  action text not null,
  actor text not null,
  kind text,
  note text,
  -- The event's version, or the id of the request: the same is not written twice.
  source text not null,
  previous bytea not null,
  hash bytea not null,
  primary key (office, seq),
  unique (office, source)
);

create index incident_entries on incident (office, incident, seq);

-- Both ends of each office's chain, as in form_access_chain.
create table incident_chain (
  office text primary key,
  base_seq bigint not null default 0,
  base_hash bytea not null default '\x',
  last_seq bigint not null default 0,
  last_hash bytea not null default '\x'
);

-- From here on the guards of all chained logs are the same ones. Entries are only added; one that is old enough may go, once the chain's base has moved past
-- it: what is left still proves itself.
create function chain_guard() returns trigger language plpgsql as $$
declare
  past boolean := false;
begin
  if tg_op = 'DELETE' then
    execute format('select exists (select from %I where office = $1 and base_seq >= $2)', tg_table_name || '_chain') into past using old.office, old.seq;
  end if;
  if past then
    return old;
  end if;
  raise exception '% is only added to', tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- Arguments: the log, and how long its entries are kept at least.
create function chain_ends_guard() returns trigger language plpgsql as $$
declare
  moved boolean := false;
begin
  if tg_op = 'UPDATE' then
    if new.office = old.office and new.last_seq >= old.last_seq then
      if new.base_seq = old.base_seq and new.base_hash = old.base_hash then
        return new;
      end if;
      execute format(
        'select exists (select from %I where office = $1 and seq = $2 and seq > $3 and hash = $4 and at < now() - $5::interval)', tg_argv[0])
        into moved using new.office, new.base_seq, old.base_seq, new.base_hash, tg_argv[1];
    end if;
  end if;
  if moved then
    return new;
  end if;
  raise exception '% is only added to', tg_argv[0] using errcode = 'insufficient_privilege';
end $$;

-- Lets go of a log's entries that are older than this; the last one that goes becomes the base.
create function purge_chain(log text, kept interval) returns bigint language plpgsql as $$
declare
  gone bigint;
begin
  execute format(
    'update %1$I chain set base_seq = old.seq, base_hash = old.hash
     from (select distinct on (office) office, seq, hash from %2$I where at < now() - $1 order by office, seq desc) old
     where old.office = chain.office and old.seq > chain.base_seq', log || '_chain', log) using kept;
  execute format('delete from %2$I entry using %1$I chain where chain.office = entry.office and entry.seq <= chain.base_seq', log || '_chain', log);
  get diagnostics gone = row_count;
  return gone;
end $$;

create trigger chain_guard before update or delete on incident for each row execute function chain_guard();
create trigger chain_no_truncate before truncate on incident execute function chain_guard();
create trigger chain_ends_guard before update or delete on incident_chain for each row execute function chain_ends_guard('incident', '3 years');
create trigger chain_ends_no_truncate before truncate on incident_chain execute function chain_ends_guard('incident', '3 years');

drop trigger form_access_guard on form_access;
drop trigger form_access_no_truncate on form_access;
drop trigger form_access_chain_guard on form_access_chain;
drop trigger form_access_chain_no_truncate on form_access_chain;
drop function form_access_guard();
drop function form_access_chain_guard();
create trigger chain_guard before update or delete on form_access for each row execute function chain_guard();
create trigger chain_no_truncate before truncate on form_access execute function chain_guard();
create trigger chain_ends_guard before update or delete on form_access_chain for each row execute function chain_ends_guard('form_access', '2 years');
create trigger chain_ends_no_truncate before truncate on form_access_chain execute function chain_ends_guard('form_access', '2 years');

create or replace function purge_form_access() returns bigint language sql as $$ select purge_chain('form_access', form_access_kept()) $$;
