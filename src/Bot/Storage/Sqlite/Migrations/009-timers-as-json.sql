-- What a timer is for is a record with parts of its own; it was a word.
alter table reminders add column purpose text not null default '{}';
update reminders set purpose = json_object('is', what);
alter table reminders drop column what;
