-- The key by which push services know this installation, encrypted by the key ring. Made once: browsers subscribe to its public half.
create table push_key (
  only_one boolean primary key default true check (only_one),
  sealed text not null,
  created_at timestamptz not null default now()
);
