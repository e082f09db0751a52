-- A screen that was paired to its place. Of the token that its browser keeps only the SHA-256 stands here; null until the screen has fetched it.
create table screen (
  id text primary key,
  kind text not null check (kind in ('display', 'panel')),
  office text not null references office on delete cascade,
  -- Of a panel: its counter. Of a display: empty.
  place text not null,
  name text not null,
  token_hash text unique,
  browser text not null,
  system text not null,
  paired_by text not null references staff,
  paired_at timestamptz not null,
  revoked_by text references staff,
  revoked_at timestamptz,
  -- What its connections tell: written once a minute, not at each word.
  version text not null,
  shows text not null default '',
  last_seen timestamptz,
  node text,
  connected_until timestamptz,
  check ((revoked_by is null) = (revoked_at is null)),
  check ((kind = 'panel') = (place <> ''))
);

-- A counter has one panel: what an old one in a cupboard still opens, somebody would one day read.
create unique index screen_one_panel on screen (office, place) where kind = 'panel' and revoked_at is null;
create index screen_of_office on screen (office) where revoked_at is null;

-- A screen that asks to be paired (RFC 8628): ten minutes, then the row goes. Of the device's own code only the SHA-256 stands here.
create table screen_pairing (
  user_code text primary key,
  device_hash text not null unique,
  kind text not null check (kind in ('display', 'panel')),
  version text not null,
  browser text not null,
  system text not null,
  address text not null,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  polled_at timestamptz,
  screen text references screen on delete cascade,
  collected_at timestamptz
);

create index screen_pairing_expires on screen_pairing (expires_at);

-- Every node hears of what opens or closes a door; not of a screen that was merely seen.
create function screens_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('queuehub_screens', '');
  return null;
end $$;

create trigger screen_token_changed after update on screen
  for each row when (
    new.token_hash is distinct from old.token_hash
    or new.revoked_at is distinct from old.revoked_at
    or new.name is distinct from old.name
    or new.place is distinct from old.place)
  execute function screens_changed();
create trigger screen_deleted after delete on screen
  for each row execute function screens_changed();
