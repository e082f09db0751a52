create table staff (
  id text primary key,
  name text not null unique check (name = lower(name)),
  display_name text not null,
  password_hash text not null,
  security_stamp text not null default gen_random_uuid()::text,
  failed_count integer not null default 0,
  locked_until timestamptz,
  disabled boolean not null default false,
  created_at timestamptz not null default now()
);

create table staff_office (
  staff text not null references staff on delete cascade,
  office text not null references office on delete cascade,
  role text not null check (role in ('clerk', 'supervisor', 'administrator')),
  primary key (staff, office)
);

-- One row a sign-in. It is valid while it has not ended and its stamp is still the person's: whatever changes what a person may do
-- changes the stamp, so that no session outlives its rights, whoever made the change and by which tool.
create table staff_session (
  id text primary key,
  staff text not null references staff,
  security_stamp text not null,
  started_at timestamptz not null,
  ended_at timestamptz
);

create index staff_session_started on staff_session (started_at);

create function staff_rights_changed() returns trigger language plpgsql as $$
begin
  new.security_stamp := gen_random_uuid()::text;
  return new;
end $$;

create trigger staff_rights_changed before update on staff
  for each row when (
    new.password_hash is distinct from old.password_hash
    or new.disabled is distinct from old.disabled
    or new.name is distinct from old.name)
  execute function staff_rights_changed();

create function staff_office_changed() returns trigger language plpgsql as $$
begin
  update staff set security_stamp = gen_random_uuid()::text where id in (new.staff, old.staff);
  return null;
end $$;

create trigger staff_office_changed after insert or update or delete on staff_office
  for each row execute function staff_office_changed();

create function staff_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('queuehub_staff', '');
  return null;
end $$;

create trigger staff_stamp_changed after update on staff
  for each row when (new.security_stamp is distinct from old.security_stamp) execute function staff_changed();
create trigger staff_session_ended after update on staff_session
  for each row when (new.ended_at is distinct from old.ended_at) execute function staff_changed();
