-- An entry may be a span: when it was over, where people said so.
alter table timeline_entries add column until text;
