-- How a paired display shows its office: layout, zone, notices, theme, sound. Null: as usual, and always for a panel.
alter table screen add column settings text, add check (settings is null or kind = 'display');

drop trigger screen_token_changed on screen;
create trigger screen_token_changed after update on screen
  for each row when (
    new.token_hash is distinct from old.token_hash
    or new.revoked_at is distinct from old.revoked_at
    or new.name is distinct from old.name
    or new.place is distinct from old.place
    or new.settings is distinct from old.settings)
  execute function screens_changed();
