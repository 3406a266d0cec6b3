-- Instants are UTC text, "2026-03-29T14:05:00.0000000Z", so that they sort as text.

-- What was received, and the answer it got: a repeat gets the same one.
create table deliveries (
    key text primary key,
    received_at text not null,
    reply text not null
) without rowid;

-- An incident is one row. The columns are what is looked up; the record itself is `details` (JSON).
create table incidents (
    number integer primary key,
    platform text not null,
    channel_name text not null,
    channel_id text,
    title text not null,
    severity integer,
    status text not null,
    started_at text not null,
    closed_at text,
    private integer not null,
    details text not null
);
create index incidents_channel on incidents (platform, channel_id);
create index incidents_open on incidents (closed_at) where closed_at is null;

create table timeline_entries (
    incident integer not null references incidents,
    number integer not null,
    at text not null,
    recorded_at text not null,
    by_id text not null,
    by_name text not null,
    text text not null,
    kinds text not null,
    kind_guessed integer not null,
    typed_time text,
    approximate integer not null,
    note text,
    removed integer not null,
    primary key (incident, number)
) without rowid;

-- Every correction keeps the entry as it was before (JSON).
create table corrections (
    id integer primary key,
    incident integer not null references incidents,
    entry integer not null,
    what text not null,
    by_id text not null,
    by_name text not null,
    at text not null,
    before text not null,
    undone integer not null default 0
);
create index corrections_incident on corrections (incident, by_id);

create table escalations (
    incident integer not null references incidents,
    number integer not null,
    details text not null,
    acknowledged_at text,
    primary key (incident, number)
) without rowid;

create table notes (
    id integer primary key,
    incident integer not null references incidents,
    what text not null,
    at text not null,
    recorded_at text not null,
    by_id text not null,
    by_name text not null,
    value text,
    text text
);
create index notes_incident on notes (incident);

-- What is to be done in the world. `lane` keeps the order: one place, one lane.
create table outbox (
    id integer primary key autoincrement,
    lane text not null,
    platform text not null,
    incident integer,
    key text,
    kind text not null,
    effect text not null,
    decided_at text not null,
    state text not null default 'pending',
    attempts integer not null default 0,
    due_at text not null,
    external_id text,
    problem text
);
create index outbox_waiting on outbox (lane, id) where state in ('pending', 'sending', 'ambiguous');

-- The platform's ids of messages that are brought up to date later.
create table posted_messages (
    key text primary key,
    external_id text not null
) without rowid;

create table reminders (
    key text primary key,
    incident integer not null references incidents,
    due_at text not null,
    what text not null
) without rowid;
create index reminders_due on reminders (due_at);

-- One row that the readiness check writes.
create table health (
    id integer primary key,
    checked_at text not null
);
