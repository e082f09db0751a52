-- Colleagues see each other by name: every node hears of a new person or another name.
create function staff_name_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('queuehub_staff_names', '');
  return null;
end $$;

create trigger staff_name_added after insert on staff for each row execute function staff_name_changed();
create trigger staff_name_changed after update on staff
  for each row when (new.display_name is distinct from old.display_name) execute function staff_name_changed();
