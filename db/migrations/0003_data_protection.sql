-- The Data Protection key ring: signs the cookies and encrypts the submissions, which live in Redis and never here.
create table data_protection_key (
  id bigint generated always as identity primary key,
  friendly_name text not null unique,
  xml text not null,
  created_at timestamptz not null default now()
);
