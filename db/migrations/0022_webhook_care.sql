-- Where a webhook leads, without what may be a key: no user, path or query.
alter table webhook add column host text not null default '';
update webhook set host = coalesce(lower(substring(url from '^[^/?#]+//(?:[^/?#]*@)?([^/?#]+)')), '');

-- When a message was queued: what nobody takes is not kept for ever.
alter table webhook_delivery add column queued_at timestamptz not null default now();
create index webhook_delivery_age on webhook_delivery (queued_at);

-- Who made, paused, resumed or deleted which webhook, and who had messages sent again. Keeps what a deleted webhook takes with it.
create table webhook_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  by text not null,
  webhook uuid not null,
  office text,
  host text not null,
  action text not null check (action in ('created', 'paused', 'resumed', 'resent', 'deleted'))
);

create index webhook_log_of on webhook_log (webhook, id);

insert into webhook_log (at, by, webhook, office, host, action)
  select created_at, created_by, id, office, host, 'created' from webhook order by id;

create function webhook_log_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'webhook_log is append-only';
end $$;

create trigger webhook_log_is_kept before update or delete on webhook_log
  for each row execute function webhook_log_is_kept();
create trigger webhook_log_is_not_emptied before truncate on webhook_log
  for each statement execute function webhook_log_is_kept();
