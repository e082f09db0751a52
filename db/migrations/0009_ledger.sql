-- Calls, and what may have taken one back: the fairness ledger looks for them by day.
create index event_calls on event (office, business_date, version) where type in ('ticketCalled', 'commandUndone');
