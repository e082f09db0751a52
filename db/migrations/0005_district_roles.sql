-- A role at every office of the district, those of tomorrow included; beside it a person may have a higher one at some office.
alter table staff add column district_role text check (district_role in ('clerk', 'supervisor', 'administrator'));

drop trigger staff_rights_changed on staff;
create trigger staff_rights_changed before update on staff
  for each row when (
    new.password_hash is distinct from old.password_hash
    or new.disabled is distinct from old.disabled
    or new.name is distinct from old.name
    or new.district_role is distinct from old.district_role)
  execute function staff_rights_changed();
