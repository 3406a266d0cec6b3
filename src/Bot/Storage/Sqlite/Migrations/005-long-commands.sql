-- Commands that a chat's buttons cannot carry, by their SHA-256.
create table long_commands (
    hash text primary key,
    command text not null,
    kept_at text not null
) without rowid;
