-- How each service of a visit ended, in the order of its journey; null where nothing was said. "result" is that of the visit's last one.
alter table ticket add column leg_results text[] not null default '{}';
