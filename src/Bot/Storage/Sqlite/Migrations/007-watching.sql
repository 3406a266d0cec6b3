-- What waits for a person. Almost always empty, so that it costs the writer nothing and /metrics reads no finished rows.
create index outbox_parked on outbox (platform, state, decided_at) where state in ('held', 'dead');

-- The trace of the command that an effect came from (W3C traceparent); null where nobody traces.
alter table outbox add column trace text;
