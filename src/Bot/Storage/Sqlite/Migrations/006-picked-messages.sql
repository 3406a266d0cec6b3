-- Messages of a chat that people pick for the timeline: who holds one picked and how, and the entry made of it.
create table message_picks (
    platform text not null,
    channel text not null,
    message text not null,
    pick text not null,
    primary key (platform, channel, message, pick)
) without rowid;

-- One message, one entry. `text` is what the message said when the bot last heard of it.
create table message_entries (
    platform text not null,
    channel text not null,
    message text not null,
    incident integer not null references incidents,
    entry integer not null,
    text text not null,
    primary key (platform, channel, message)
) without rowid;
