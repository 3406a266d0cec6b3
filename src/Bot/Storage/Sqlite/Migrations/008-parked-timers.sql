-- A timer that a newer version set and this one does not know: kept, and never fired as something else.
alter table reminders add column parked integer not null default 0;
