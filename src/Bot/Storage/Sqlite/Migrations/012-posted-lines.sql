-- Lines that left as one message: what each says, so that one can be brought up to date beside the others.
alter table posted_messages add column line text;
alter table posted_messages add column place integer not null default 0;
create index posted_messages_shared on posted_messages (external_id) where line is not null;
