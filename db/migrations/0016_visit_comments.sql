-- What citizens say of a visit, without ticket, link or minute: nothing here leads to a person. The same words of the same hour are one row, so that a press
-- repeated after a lost answer is not two, and no name of the press has to be kept.
create table visit_comment (
  id uuid primary key default gen_random_uuid(),
  office text not null,
  business_date date not null,
  service text not null,
  rating smallint not null check (rating between 1 and 5),
  comment text not null check (char_length(comment) between 1 and 500),
  received_hour timestamptz not null
);

create unique index visit_comment_once on visit_comment (office, received_hour, service, rating, md5(comment));
create index visit_comment_hour on visit_comment (received_hour);
