-- Who has the recovery room of an office until when. A row goes with its day, or when its clerk comes back: nothing of it is kept.
create table recovery_booking (
  id text primary key,
  office text not null,
  staff text not null,
  counter text,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  request text not null,
  unique (office, staff, request)
);

create index recovery_booking_office on recovery_booking (office, until_at);
