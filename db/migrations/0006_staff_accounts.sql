-- A password that somebody else made is good for one thing only: choosing another.
alter table staff add column must_change_password boolean not null default false;

create index staff_session_of on staff_session (staff, started_at desc);

-- Who did what to whose account. "by" is a person's id, or says which way around all persons it was: the command line, OpenID Connect.
create table staff_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  by text not null,
  staff text not null references staff,
  action text not null check (action in (
    'created', 'renamed', 'disabled', 'enabled', 'granted', 'revoked', 'password-reset', 'password-changed', 'unlocked')),
  -- Of a role that was granted or revoked: no office is every office.
  office text,
  role text check (role in ('clerk', 'supervisor', 'administrator'))
);

create index staff_log_of on staff_log (staff, id desc);
create index staff_log_at on staff_log (at);

-- Nothing in it changes, and nothing leaves it before three years: not by any tool.
create function staff_log_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.at < now() - interval '3 years' then
      return old;
    end if;
  end if;
  raise exception 'staff_log is append-only, and its rows are kept for three years';
end $$;

create trigger staff_log_is_kept before update or delete on staff_log
  for each row execute function staff_log_is_kept();
create trigger staff_log_is_not_emptied before truncate on staff_log
  for each statement execute function staff_log_is_kept();

-- Deletes what is older than three years; gives how many rows that were.
create function forget_old_staff_log() returns bigint language sql as $$
  with gone as (delete from staff_log where at < now() - interval '3 years' returning 1)
  select count(*) from gone
$$;
