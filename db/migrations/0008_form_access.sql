-- Who had whose form before them: written with the events, chained by hashes, so that a row changed, taken out or put elsewhere is found.
create table form_access (
  office text not null,
  seq bigint not null,
  version bigint not null,
  business_date date not null,
  at timestamptz not null,
  staff text not null,
  counter text not null,
  ordinal bigint not null,
  number integer not null,
  service text not null,
  template text,
  action text not null check (action in ('opened', 'asked')),
  previous bytea not null,
  hash bytea not null,
  primary key (office, seq)
);

create index form_access_day on form_access (office, business_date, seq);

-- Both ends of each office's chain: the entry that the oldest one kept follows, and the newest. Without them a chain cut at an end would still look whole.
create table form_access_chain (
  office text primary key,
  base_seq bigint not null default 0,
  base_hash bytea not null default '\x',
  last_seq bigint not null default 0,
  last_hash bytea not null default '\x'
);

create function form_access_kept() returns interval language sql immutable as $$ select interval '2 years' $$;

-- Entries are only added. One that is old enough may go, once the chain's base has moved past it: what is left still proves itself.
create function form_access_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and exists (select from form_access_chain where office = old.office and base_seq >= old.seq) then
    return old;
  end if;
  raise exception 'the access log is only added to' using errcode = 'insufficient_privilege';
end $$;

create trigger form_access_guard before update or delete on form_access for each row execute function form_access_guard();
create trigger form_access_no_truncate before truncate on form_access execute function form_access_guard();

create function form_access_chain_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.office = old.office and new.last_seq >= old.last_seq
    and (new.base_seq = old.base_seq and new.base_hash = old.base_hash or exists (
      select from form_access
      where office = new.office and seq = new.base_seq and seq > old.base_seq and hash = new.base_hash and at < now() - form_access_kept())) then
    return new;
  end if;
  raise exception 'the access log is only added to' using errcode = 'insufficient_privilege';
end $$;

create trigger form_access_chain_guard before update or delete on form_access_chain for each row execute function form_access_chain_guard();
create trigger form_access_chain_no_truncate before truncate on form_access_chain execute function form_access_chain_guard();

-- Lets go of what is older than it is kept; the last entry that goes becomes the base.
create function purge_form_access() returns bigint language plpgsql as $$
declare
  gone bigint;
begin
  update form_access_chain chain set base_seq = old.seq, base_hash = old.hash
  from (
    select distinct on (office) office, seq, hash from form_access where at < now() - form_access_kept() order by office, seq desc
  ) old
  where old.office = chain.office and old.seq > chain.base_seq;
  delete from form_access entry using form_access_chain chain where chain.office = entry.office and entry.seq <= chain.base_seq;
  get diagnostics gone = row_count;
  return gone;
end $$;
