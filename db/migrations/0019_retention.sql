-- By which rules the rows of an office were made from its events (HistoryFold.Version). Those made by older ones are made anew, once.
alter table history_position add column fold integer not null default 0;

-- What was let go of because it was kept long enough: never the data itself, and never changed.
create table destruction (
  id bigint generated always as identity primary key,
  what text not null,
  first_day date,
  before_day date not null,
  row_count bigint not null,
  rule text not null,
  build text not null,
  destroyed_at timestamptz not null default now()
);

create function destruction_guard() returns trigger language plpgsql as $$
begin
  raise exception 'destruction is only added to' using errcode = 'insufficient_privilege';
end $$;

create trigger destruction_guard before update or delete on destruction for each row execute function destruction_guard();
create trigger destruction_no_truncate before truncate on destruction execute function destruction_guard();
