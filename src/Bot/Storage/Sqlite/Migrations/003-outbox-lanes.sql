-- Several messages that waited can leave as one: the row that carried this one.
alter table outbox add column sent_with integer;
