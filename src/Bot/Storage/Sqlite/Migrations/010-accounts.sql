-- A person is an account on a platform. Whoever was written without one belongs to the platform of the row they stand in.
alter table timeline_entries add column by_platform text not null default '';
update timeline_entries set by_platform = (select platform from incidents i where i.number = incident);

alter table corrections add column by_platform text not null default '';
update corrections set by_platform = (select platform from incidents i where i.number = incident);

-- Slack and Discord have no id like this: it is the bot that noted something by itself.
alter table notes add column by_platform text not null default '';
update notes set by_platform = (select iif(by_id = 'sitrep' and platform <> 'web', 'bot', platform) from incidents i where i.number = incident);

-- Records that hold people as JSON. Effects that were done are never read again; a damaged record stays as it is.
create temp table peopled (source text not null, id text not null, platform text not null, record text not null, primary key (source, id)) without rowid;
insert into peopled select 'incidents', number, platform, details from incidents;
insert into peopled select 'escalations', e.incident || '/' || e.number, i.platform, e.details from escalations e join incidents i on i.number = e.incident;
insert into peopled select 'corrections', c.id, i.platform, c.before from corrections c join incidents i on i.number = c.incident;
insert into peopled select 'outbox', id, platform, effect from outbox where state <> 'done';
insert into peopled select 'deliveries', key, substr(key, 1, instr(key, '/') - 1), reply from deliveries where reply like '%["p",%';
insert into peopled select 'chat_messages', id, 'web', message from chat_messages where message like '%["p",%';
delete from peopled where not json_valid(record);

-- A person is an object, {"Id":"U1","Name":"ana"}; within a line of words an array, ["p","U1","ana",false].
update peopled set record = (
    with recursive
        places (n, place) as (
            select row_number() over (), iif(type = 'array', fullkey || '[#]', fullkey || '.Platform')
            from json_tree(record)
            where (type = 'object' and json_type(value, '$.Id') = 'text' and json_type(value, '$.Name') = 'text')
               or (type = 'array' and json_array_length(value) = 4 and json_extract(value, '$[0]') = 'p' and json_type(value, '$[3]') in ('true', 'false'))
        ),
        steps (n, json) as (
            select 0, record
            union all
            select places.n, json_insert(json, place, platform) from steps join places on places.n = steps.n + 1
        )
    select json from steps order by n desc limit 1);

update incidents set details = record from peopled where source = 'incidents' and id = number;
update escalations set details = record from peopled where source = 'escalations' and id = incident || '/' || number;
update corrections set before = record from peopled where source = 'corrections' and peopled.id = corrections.id;
update outbox set effect = record from peopled where source = 'outbox' and peopled.id = outbox.id;
update deliveries set reply = record from peopled where source = 'deliveries' and id = key;
update chat_messages set message = record from peopled where source = 'chat_messages' and peopled.id = chat_messages.id;
drop table peopled;
