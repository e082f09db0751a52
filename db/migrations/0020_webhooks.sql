-- Who is told of what happens to tickets: of one office, or (null) of all. The secret is encrypted by the key ring.
create table webhook (
  id uuid primary key,
  office text,
  url text not null,
  types text[] not null,
  sealed text not null,
  created_by text not null,
  created_at timestamptz not null,
  -- Since when nothing was taken; null: the last one was.
  failing_since timestamptz,
  -- When one was taken, to the minute.
  last_taken_at timestamptz,
  paused_at timestamptz,
  paused_because text
);

-- What is still to be sent: queued with the event, gone once it was taken. Dead: not tried any more, until somebody asks for it.
create table webhook_delivery (
  id bigint generated always as identity primary key,
  webhook uuid not null references webhook on delete cascade,
  office text not null,
  ordinal bigint not null,
  message text not null,
  body text not null,
  tries integer not null default 0,
  next_at timestamptz not null,
  dead boolean not null default false,
  reason text,
  unique (webhook, message)
);

create index webhook_delivery_due on webhook_delivery (webhook, next_at) where not dead;
create index webhook_delivery_order on webhook_delivery (webhook, office, ordinal, id) where not dead;
create index webhook_delivery_dead on webhook_delivery (webhook, id) where dead;
