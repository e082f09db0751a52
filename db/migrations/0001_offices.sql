-- The configuration of each office is one document. seed_version is the version of the shipped seed it still equals;
-- null once anybody edited it, so that an upgrade never overwrites an office's own settings.
create table office (
  slug text primary key,
  version integer not null default 1,
  seed_version integer,
  document jsonb not null check (document ->> 'slug' = slug),
  updated_at timestamptz not null default now()
);

-- A version of a form never changes once it was used: submissions are shown on the version they were written on.
create table form_template (
  id text not null,
  version integer not null,
  seeded boolean not null default false,
  document jsonb not null check (document ->> 'id' = id and (document ->> 'version')::integer = version),
  created_at timestamptz not null default now(),
  primary key (id, version)
);

-- Whoever edits a document, also by hand, gets a new version and takes it out of the seed's care.
create function office_edited() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  new.updated_at := now();
  if new.seed_version is not distinct from old.seed_version then
    new.seed_version := null;
  end if;
  return new;
end $$;

create trigger office_edited before update on office
  for each row when (new.document is distinct from old.document) execute function office_edited();

create function configuration_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('queuehub_configuration', '');
  return null;
end $$;

create trigger office_changed after insert or update or delete on office
  for each statement execute function configuration_changed();
create trigger form_template_changed after insert or update or delete on form_template
  for each statement execute function configuration_changed();
