-- The highest entry number when the correction was made: what came last is told by numbers, because clocks jump.
alter table corrections add column last_entry integer not null default 0;
update corrections set last_entry = coalesce(
    (select max(number) from timeline_entries t where t.incident = corrections.incident and t.recorded_at <= corrections.at), 0);
