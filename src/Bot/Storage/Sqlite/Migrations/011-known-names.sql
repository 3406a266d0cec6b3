-- People, groups and teams by the names under which they were seen or called. `name_key` is the name in lower case.
create table known_names (
    platform text not null,
    what text not null,
    id text not null,
    name text not null,
    name_key text not null,
    primary key (platform, what, id)
) without rowid;
create index known_names_name on known_names (platform, name_key);

insert into known_names
select platform, 'person', id, max(name), lower(max(name)) from (
    select by_platform platform, by_id id, by_name name from timeline_entries
    union all select by_platform, by_id, by_name from notes
    union all select 'web', author, author from chat_messages where author is not null)
where platform <> 'bot' and (platform = 'web' or id <> name)
group by platform, id;
