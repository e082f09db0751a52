-- Keys by which programs read history. Of a key only the SHA-256 stands here. No office: all of the district.
create table api_key (
  id text primary key,
  name text not null check (char_length(name) between 1 and 60),
  hash text not null unique,
  office text references office on delete cascade,
  created_by text not null references staff,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_by text references staff,
  revoked_at timestamptz,
  -- To the hour: that a key is in use must be seen, not when its program is at work.
  last_used_at timestamptz,
  check ((revoked_by is null) = (revoked_at is null))
);

create index api_key_of_office on api_key (office);

-- Every node hears of a key that begins or ends; not of one that was merely used.
create function api_keys_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('queuehub_api_keys', '');
  return null;
end $$;

create trigger api_key_made_or_gone after insert or delete on api_key
  for each row execute function api_keys_changed();
create trigger api_key_changed after update on api_key
  for each row when (new.revoked_at is distinct from old.revoked_at or new.expires_at is distinct from old.expires_at)
  execute function api_keys_changed();

-- Who made and who ended which key. Keeps what a deleted office takes with it.
create table api_key_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  by text not null,
  key text not null,
  name text not null,
  office text,
  action text not null check (action in ('created', 'revoked'))
);

create function api_key_log_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'api_key_log is append-only';
end $$;

create trigger api_key_log_is_kept before update or delete on api_key_log
  for each row execute function api_key_log_is_kept();
create trigger api_key_log_is_not_emptied before truncate on api_key_log
  for each statement execute function api_key_log_is_kept();
