-- The built-in chat. Channels are their names.
create table chat_channels (
    name text primary key,
    topic text,
    opened_at text not null
) without rowid;

create table chat_files (
    id integer primary key,
    name text not null,
    content text not null,
    size integer not null
);

-- `revision` grows with every change to any message: whoever knows the newest one it saw can ask for what came after.
-- `delivery` is what made the message, so that a repeat finds it. `message` is JSON; no author is the bot.
create table chat_messages (
    id integer primary key autoincrement,
    revision integer not null unique,
    channel text not null references chat_channels,
    author text,
    at text not null,
    message text not null,
    pinned integer not null default 0,
    file integer references chat_files,
    delivery text unique
);
create index chat_messages_channel on chat_messages (channel, id);
create index chat_messages_changes on chat_messages (channel, revision);
