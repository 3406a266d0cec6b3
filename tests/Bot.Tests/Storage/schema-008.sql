-- A database as schema 8 left it: INC-1 in the built-in chat, INC-2 private in Slack, which was not connected.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE deliveries (
    key text primary key,
    received_at text not null,
    reply text not null
) without rowid;
INSERT INTO deliveries VALUES('slack/command/1','2026-03-10T14:01:00.0000000Z','{"Message":{"Blocks":[{"is":"paragraph","Line":["INC-2"," declared. Channel: ",["c","inc-2-keys-leaked",null],"."," Private: not announced."]}],"Buttons":[]},"Incident":{"Number":2},"Channel":"inc-2-keys-leaked"}');
INSERT INTO deliveries VALUES('slack/command/2','2026-03-10T14:02:00.0000000Z','{"Message":{"Blocks":[{"is":"paragraph","Line":["Added to ","INC-2"," as no. ","1"," at ",["m","2026-03-10T14:02:00+00:00","14:02 UTC",1],": \"","key of the \"shop\" seen in a log","\". ","Kind: ","investigation"," (a guess; ",["w","/timeline mark ",4],["w","1",4],["w"," #kind",4]," changes it)."]}],"Buttons":[{"Label":"Undo","Command":"/timeline INC-2 undo"},{"Label":"Dead end","Command":"/timeline INC-2 mark 1 #dead-end"}]},"Incident":{"Number":2},"Channel":"inc-2-keys-leaked"}');
INSERT INTO deliveries VALUES('slack/command/3','2026-03-10T14:03:00.0000000Z','{"Message":{"Blocks":[{"is":"paragraph","Line":["No. ","1"," reads \"","key of the shop seen in two logs","\"; it was \"","key of the \"shop\" seen in a log","\"."]}],"Buttons":[]},"Incident":{"Number":2},"Channel":"inc-2-keys-leaked"}');
INSERT INTO deliveries VALUES('slack/command/4','2026-03-10T14:04:00.0000000Z','{"Message":{"Blocks":[{"is":"paragraph","Line":["Escalated ","INC-2"," to ","@ben",", ","at ",["m","2026-03-10T14:04:00+00:00","14:04 UTC",1],", no. ","2",". ",["w","/ack",4]," acknowledges it."]}],"Buttons":[]},"Incident":{"Number":2},"Channel":"inc-2-keys-leaked"}');
INSERT INTO deliveries VALUES('slack/command/5','2026-03-10T14:05:00.0000000Z','{"Message":{"Blocks":[{"is":"paragraph","Line":["✅ ",["p","U0BEN","ben",false]," acknowledged the escalation to ","@ben"," at ",["m","2026-03-10T14:05:00+00:00","14:05 UTC",0]," (","1 min"," after the call)","."]}],"Buttons":[]},"Incident":{"Number":2},"Channel":"inc-2-keys-leaked"}');
INSERT INTO deliveries VALUES('slack/command/6','2026-03-10T14:06:00.0000000Z','{"Message":{"Blocks":[{"is":"paragraph","Line":[["w","comms",1]," of ","INC-2"," is ",["p","U0BEN","ben",false],"."]}],"Buttons":[]},"Incident":{"Number":2},"Channel":"inc-2-keys-leaked"}');
INSERT INTO deliveries VALUES('slack/command/7','2026-03-10T14:07:00.0000000Z','{"Message":{"Blocks":[{"is":"paragraph","Line":[["w","lead",1]," of ","INC-2"," is ",["p","U0ANA","ana",false],"."]}],"Buttons":[]},"Incident":{"Number":2},"Channel":"inc-2-keys-leaked"}');
INSERT INTO deliveries VALUES('slack/event/8','2026-03-10T14:07:00.0000000Z','{"Message":{"Blocks":[],"Buttons":[]}}');
INSERT INTO deliveries VALUES('web/inc-1-checkout-down/ana/k1','2026-03-10T14:00:00.0000000Z','{"Message":{"Blocks":[{"is":"paragraph","Line":["Added to ","INC-1"," as no. ","1"," at ",["m","2026-03-10T13:50:00+00:00","13:50 UTC",1]," (typed ",["m","2026-03-10T14:00:00+00:00","14:00 UTC",0],")",": \"","deploy of cart 4.2","\". ","Kind: ","investigation"," (a guess; ",["w","/timeline mark ",4],["w","1",4],["w"," #kind",4]," changes it)."]}],"Buttons":[{"Label":"Undo","Command":"/timeline INC-1 undo"},{"Label":"Dead end","Command":"/timeline INC-1 mark 1 #dead-end"}]},"Incident":{"Number":1},"Channel":"inc-1-checkout-down"}');
INSERT INTO deliveries VALUES('web/inc-1-checkout-down/ben/k2','2026-03-10T14:00:00.0000000Z','{"Message":{"Blocks":[{"is":"paragraph","Line":["Escalated ","INC-1"," to ","@li",", ","at ",["m","2026-03-10T14:00:00+00:00","14:00 UTC",1],", no. ","2",". ",["w","/ack",4]," acknowledges it."]}],"Buttons":[]},"Incident":{"Number":1},"Channel":"inc-1-checkout-down"}');
INSERT INTO deliveries VALUES('web/inc-1-checkout-down/ben/k3','2026-03-10T14:00:00.0000000Z','{"Message":{"Blocks":[{"is":"paragraph","Line":[["w","comms",1]," of ","INC-1"," is ",["p","ben","ben",false],"."]}],"Buttons":[]},"Incident":{"Number":1},"Channel":"inc-1-checkout-down"}');
CREATE TABLE incidents (
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
INSERT INTO incidents VALUES(1,'web','inc-1-checkout-down','inc-1-checkout-down','Checkout down',2,'Investigating','2026-03-10T14:00:00.0000000Z',NULL,0,'{"Id":{"Number":1},"Title":"Checkout down","Severity":"Sev2","Zone":"UTC","StartedAt":"2026-03-10T14:00:00+00:00","DeclaredAt":"2026-03-10T14:00:00+00:00","DeclaredBy":{"Id":"ana","Name":"ana"},"Platform":"web","ChannelName":"inc-1-checkout-down","ChannelId":"inc-1-checkout-down","Resolution":[],"Roles":{"comms":{"Id":"ben","Name":"ben"}},"Improvements":[],"ActionItems":[],"Attachments":[]}');
INSERT INTO incidents VALUES(2,'slack','inc-2-keys-leaked','C0LEAK','Keys leaked',1,'Investigating','2026-03-10T14:01:00.0000000Z',NULL,1,'{"Id":{"Number":2},"Title":"Keys leaked","Severity":"Sev1","Zone":"UTC","Private":true,"StartedAt":"2026-03-10T14:01:00+00:00","DeclaredAt":"2026-03-10T14:01:00+00:00","DeclaredBy":{"Id":"U0ANA","Name":"ana"},"Platform":"slack","ChannelName":"inc-2-keys-leaked","ChannelId":"C0LEAK","ChannelLost":"Archived","Resolution":[],"Roles":{"comms":{"Id":"U0BEN","Name":"ben"},"lead":{"Id":"U0ANA","Name":"ana"}},"Improvements":[],"ActionItems":[],"Attachments":[]}');
CREATE TABLE timeline_entries (
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
INSERT INTO timeline_entries VALUES(1,1,'2026-03-10T13:50:00.0000000Z','2026-03-10T14:00:00.0000000Z','ana','ana','deploy of cart 4.3','investigation',1,'13:50',0,NULL,0);
INSERT INTO timeline_entries VALUES(1,2,'2026-03-10T14:00:00.0000000Z','2026-03-10T14:00:00.0000000Z','ben','ben','the database is full','escalation',0,NULL,0,NULL,0);
INSERT INTO timeline_entries VALUES(2,1,'2026-03-10T14:02:00.0000000Z','2026-03-10T14:02:00.0000000Z','U0BEN','ben','key of the shop seen in two logs','investigation',1,NULL,0,NULL,0);
INSERT INTO timeline_entries VALUES(2,2,'2026-03-10T14:04:00.0000000Z','2026-03-10T14:04:00.0000000Z','U0ANA','ana','rotate it','escalation mitigation',0,NULL,0,NULL,0);
CREATE TABLE corrections (
    id integer primary key,
    incident integer not null references incidents,
    entry integer not null,
    what text not null,
    by_id text not null,
    by_name text not null,
    at text not null,
    before text not null,
    undone integer not null default 0
, last_entry integer not null default 0);
INSERT INTO corrections VALUES(1,1,1,'edit','ana','ana','2026-03-10T14:00:00.0000000Z','{"Number":1,"At":"2026-03-10T13:50:00+00:00","RecordedAt":"2026-03-10T14:00:00+00:00","By":{"Id":"ana","Name":"ana"},"Text":"deploy of cart 4.2","Kinds":["Investigation"],"KindGuessed":true,"TypedTime":"13:50"}',0,2);
INSERT INTO corrections VALUES(2,2,1,'edit','U0BEN','ben','2026-03-10T14:03:00.0000000Z','{"Number":1,"At":"2026-03-10T14:02:00+00:00","RecordedAt":"2026-03-10T14:02:00+00:00","By":{"Id":"U0BEN","Name":"ben"},"Text":"key of the \"shop\" seen in a log","Kinds":["Investigation"],"KindGuessed":true}',0,1);
CREATE TABLE escalations (
    incident integer not null references incidents,
    number integer not null,
    details text not null,
    acknowledged_at text,
    primary key (incident, number)
) without rowid;
INSERT INTO escalations VALUES(1,1,'{"Number":1,"To":["@li"],"At":"2026-03-10T14:00:00+00:00","Text":"the database is full","RecordedAt":"2026-03-10T14:00:00+00:00","By":{"Id":"ben","Name":"ben"},"Entry":2,"AcknowledgedAt":"2026-03-10T14:00:00+00:00","AcknowledgedBy":{"Id":"li","Name":"li"}}','2026-03-10T14:00:00.0000000Z');
INSERT INTO escalations VALUES(2,1,'{"Number":1,"To":["@ben"],"At":"2026-03-10T14:04:00+00:00","Text":"rotate it","RecordedAt":"2026-03-10T14:04:00+00:00","By":{"Id":"U0ANA","Name":"ana"},"Entry":2,"AcknowledgedAt":"2026-03-10T14:05:00+00:00","AcknowledgedBy":{"Id":"U0BEN","Name":"ben"}}','2026-03-10T14:05:00.0000000Z');
CREATE TABLE notes (
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
INSERT INTO notes VALUES(1,1,'Declared','2026-03-10T14:00:00.0000000Z','2026-03-10T14:00:00.0000000Z','ana','ana',NULL,NULL);
INSERT INTO notes VALUES(2,1,'Acknowledged','2026-03-10T14:00:00.0000000Z','2026-03-10T14:00:00.0000000Z','li','li','@li',NULL);
INSERT INTO notes VALUES(3,1,'Role','2026-03-10T14:00:00.0000000Z','2026-03-10T14:00:00.0000000Z','ben','ben','comms @ben',NULL);
INSERT INTO notes VALUES(4,2,'Declared','2026-03-10T14:01:00.0000000Z','2026-03-10T14:01:00.0000000Z','U0ANA','ana',NULL,NULL);
INSERT INTO notes VALUES(5,2,'Acknowledged','2026-03-10T14:05:00.0000000Z','2026-03-10T14:05:00.0000000Z','U0BEN','ben','@ben',NULL);
INSERT INTO notes VALUES(6,2,'Role','2026-03-10T14:06:00.0000000Z','2026-03-10T14:06:00.0000000Z','U0ANA','ana','comms @ben',NULL);
INSERT INTO notes VALUES(7,2,'Role','2026-03-10T14:07:00.0000000Z','2026-03-10T14:07:00.0000000Z','U0ANA','ana','lead @ana',NULL);
INSERT INTO notes VALUES(8,2,'Channel','2026-03-10T14:07:00.0000000Z','2026-03-10T14:07:00.0000000Z','sitrep','sitrep','archived',NULL);
CREATE TABLE outbox (
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
, sent_with integer, trace text);
INSERT INTO outbox VALUES(1,'web/INC-1','web',1,NULL,'OpenChannel','{"is":"open-channel","Topic":"INC-1: Checkout down","Invite":[{"Id":"ana","Name":"ana"}],"To":{"Platform":"web","Incident":{"Number":1},"Channel":"inc-1-checkout-down"}}','2026-03-10T14:00:00.0000000Z','done',1,'2026-03-10T14:00:00.0000000Z','inc-1-checkout-down',NULL,NULL,NULL);
INSERT INTO outbox VALUES(2,'web/INC-1','web',1,'INC-1/card','PostMessage','{"is":"post-message","Message":{"Blocks":[{"is":"paragraph","Line":["\uD83D\uDD34"," ",["w","INC-1",1],["w"," · ",1],["w","Checkout down",1]," · ","SEV2"," · ","Investigating"]},{"is":"paragraph","Line":["Declared by ",["p","ana","ana",false]," ",["m","2026-03-10T14:00:00+00:00","14:00 UTC",0]," · began ",["m","2026-03-10T14:00:00+00:00","14:00 UTC",0]," · Lead: ",["w","nobody yet",1]]},{"is":"paragraph","Line":[["w","Next:",1]," 1. Somebody takes the lead. 2. Call people in if you need them. 3. First update by ",["m","2026-03-10T14:30:00+00:00","14:30 UTC",0],"."]},{"is":"paragraph","Line":[["w","Type",2]," ",["w","/timeline what happened",4]," ",["w","to record,",2]," ",["w","/incident help",4]," ",["w","for the rest.",2]]}],"Buttons":[{"Label":"Take lead","Command":"/incident INC-1 lead","Look":"Primary"},{"Label":"Call people in","Command":"/escalate INC-1"},{"Label":"Post update","Command":"/incident INC-1 update"},{"Label":"Catch up","Command":"/timeline INC-1"},{"Label":"Close","Command":"/incident INC-1 close","Look":"Danger"}]},"Key":"INC-1/card","To":{"Platform":"web","Incident":{"Number":1},"Channel":"inc-1-checkout-down"}}','2026-03-10T14:00:00.0000000Z','done',1,'2026-03-10T14:00:00.0000000Z','2',NULL,NULL,NULL);
INSERT INTO outbox VALUES(3,'web/INC-1','web',1,'INC-1/card','PinMessage','{"is":"pin-message","Key":"INC-1/card","To":{"Platform":"web","Incident":{"Number":1},"Channel":"inc-1-checkout-down"}}','2026-03-10T14:00:00.0000000Z','done',1,'2026-03-10T14:00:00.0000000Z','2',NULL,NULL,NULL);
INSERT INTO outbox VALUES(4,'web/incidents','web',NULL,'INC-1/announcement','PostMessage','{"is":"post-message","Message":{"Blocks":[{"is":"paragraph","Line":["\uD83D\uDD34"," ",["w","INC-1",1]," ","SEV2"," ","Investigating",": ","Checkout down",". ","Lead wanted",". ",["c","inc-1-checkout-down","inc-1-checkout-down"]]}],"Buttons":[]},"Key":"INC-1/announcement","To":{"Platform":"web","Channel":"incidents"}}','2026-03-10T14:00:00.0000000Z','done',1,'2026-03-10T14:00:00.0000000Z','1',NULL,NULL,NULL);
INSERT INTO outbox VALUES(5,'web/INC-1','web',1,NULL,'PostMessage','{"is":"post-message","Message":{"Blocks":[{"is":"paragraph","Line":[["m","2026-03-10T13:50:00+00:00","13:50 UTC",1]," · ","deploy of cart 4.2"," — ",["p","ana","ana",false]," · no. ","1",", ","investigation"]}],"Buttons":[]},"To":{"Platform":"web","Incident":{"Number":1},"Channel":"inc-1-checkout-down"}}','2026-03-10T14:00:00.0000000Z','done',1,'2026-03-10T14:00:00.0000000Z','4',NULL,NULL,NULL);
INSERT INTO outbox VALUES(6,'web/INC-1/pages','web',1,NULL,'PostMessage','{"is":"post-message","Message":{"Blocks":[{"is":"paragraph","Line":["\uD83D\uDD14 ",["m","2026-03-10T14:00:00+00:00","14:00 UTC",1]," · ","Called in: ",["p","li","li",true],": ","the database is full"," — ",["p","ben","ben",false]," · no. ","2"]}],"Buttons":[{"Label":"Acknowledge","Command":"/ack INC-1","Look":"Primary"}]},"IsPage":true,"To":{"Platform":"web","Incident":{"Number":1},"Channel":"inc-1-checkout-down"}}','2026-03-10T14:00:00.0000000Z','done',1,'2026-03-10T14:00:00.0000000Z','3',NULL,NULL,NULL);
INSERT INTO outbox VALUES(7,'web/INC-1','web',1,NULL,'PostMessage','{"is":"post-message","Message":{"Blocks":[{"is":"paragraph","Line":["✅ ",["p","li","li",false]," acknowledged the escalation to ","@li"," at ",["m","2026-03-10T14:00:00+00:00","14:00 UTC",0],"."]}],"Buttons":[]},"To":{"Platform":"web","Incident":{"Number":1},"Channel":"inc-1-checkout-down"}}','2026-03-10T14:00:00.0000000Z','done',1,'2026-03-10T14:00:00.0000000Z','5',NULL,NULL,NULL);
INSERT INTO outbox VALUES(8,'web/INC-1','web',1,NULL,'PostMessage','{"is":"post-message","Message":{"Blocks":[{"is":"paragraph","Line":[["w","comms",1]," of ","INC-1"," is ",["p","ben","ben",false]," — ",["p","ben","ben",false],", ",["m","2026-03-10T14:00:00+00:00","14:00 UTC",0]]}],"Buttons":[]},"To":{"Platform":"web","Incident":{"Number":1},"Channel":"inc-1-checkout-down"}}','2026-03-10T14:00:00.0000000Z','done',1,'2026-03-10T14:00:00.0000000Z','6',NULL,NULL,NULL);
INSERT INTO outbox VALUES(9,'web/INC-1','web',1,'INC-1/card','UpdateMessage','{"is":"update-message","Message":{"Blocks":[{"is":"paragraph","Line":["\uD83D\uDD34"," ",["w","INC-1",1],["w"," · ",1],["w","Checkout down",1]," · ","SEV2"," · ","Investigating"]},{"is":"paragraph","Line":["Declared by ",["p","ana","ana",false]," ",["m","2026-03-10T14:00:00+00:00","14:00 UTC",0]," · began ",["m","2026-03-10T14:00:00+00:00","14:00 UTC",0]," · Lead: ",["w","nobody yet",1]," · ","comms",": ",["p","ben","ben",false]]},{"is":"paragraph","Line":[["w","Next:",1]," 1. Somebody takes the lead. 2. Call people in if you need them. 3. First update by ",["m","2026-03-10T14:30:00+00:00","14:30 UTC",0],"."]},{"is":"paragraph","Line":[["w","Type",2]," ",["w","/timeline what happened",4]," ",["w","to record,",2]," ",["w","/incident help",4]," ",["w","for the rest.",2]]}],"Buttons":[{"Label":"Take lead","Command":"/incident INC-1 lead","Look":"Primary"},{"Label":"Call people in","Command":"/escalate INC-1"},{"Label":"Post update","Command":"/incident INC-1 update"},{"Label":"Catch up","Command":"/timeline INC-1"},{"Label":"Close","Command":"/incident INC-1 close","Look":"Danger"}]},"Key":"INC-1/card","To":{"Platform":"web","Incident":{"Number":1},"Channel":"inc-1-checkout-down"}}','2026-03-10T14:00:00.0000000Z','done',1,'2026-03-10T14:00:00.0000000Z','2',NULL,NULL,NULL);
INSERT INTO outbox VALUES(10,'web/INC-1','web',1,NULL,'PostMessage','{"is":"post-message","Message":{"Blocks":[{"is":"paragraph","Line":["✏️ ","No. ","1"," reads \"","deploy of cart 4.3","\"; it was \"","deploy of cart 4.2","\"."," — ",["p","ana","ana",false]]}],"Buttons":[]},"To":{"Platform":"web","Incident":{"Number":1},"Channel":"inc-1-checkout-down"}}','2026-03-10T14:00:00.0000000Z','done',1,'2026-03-10T14:00:00.0000000Z','7',NULL,NULL,NULL);
INSERT INTO outbox VALUES(11,'slack/INC-2','slack',2,NULL,'OpenChannel','{"is":"open-channel","Topic":"INC-2: Keys leaked","Private":true,"Invite":[{"Id":"U0ANA","Name":"ana"}],"To":{"Platform":"slack","Incident":{"Number":2},"Channel":"inc-2-keys-leaked"}}','2026-03-10T14:01:00.0000000Z','pending',0,'2026-03-10T14:01:00.0000000Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(12,'slack/INC-2','slack',2,'INC-2/card','PostMessage','{"is":"post-message","Message":{"Blocks":[{"is":"paragraph","Line":["\uD83D\uDD34"," ",["w","INC-2",1],["w"," · ",1],["w","Keys leaked",1]," · ","SEV1"," · ","Investigating"," · private"]},{"is":"paragraph","Line":["Declared by ",["p","U0ANA","ana",false]," ",["m","2026-03-10T14:01:00+00:00","14:01 UTC",0]," · began ",["m","2026-03-10T14:01:00+00:00","14:01 UTC",0]," · Lead: ",["w","nobody yet",1]]},{"is":"paragraph","Line":[["w","Next:",1]," 1. Somebody takes the lead. 2. Call people in if you need them. 3. First update by ",["m","2026-03-10T14:31:00+00:00","14:31 UTC",0],"."]},{"is":"paragraph","Line":[["w","Type",2]," ",["w","/timeline what happened",4]," ",["w","to record,",2]," ",["w","/incident help",4]," ",["w","for the rest.",2]]}],"Buttons":[{"Label":"Take lead","Command":"/incident INC-2 lead","Look":"Primary"},{"Label":"Call people in","Command":"/escalate INC-2"},{"Label":"Post update","Command":"/incident INC-2 update"},{"Label":"Catch up","Command":"/timeline INC-2"},{"Label":"Close","Command":"/incident INC-2 close ask","Look":"Danger"}]},"Key":"INC-2/card","To":{"Platform":"slack","Incident":{"Number":2},"Channel":"inc-2-keys-leaked"}}','2026-03-10T14:01:00.0000000Z','pending',0,'2026-03-10T14:01:00.0000000Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(13,'slack/INC-2','slack',2,'INC-2/card','PinMessage','{"is":"pin-message","Key":"INC-2/card","To":{"Platform":"slack","Incident":{"Number":2},"Channel":"inc-2-keys-leaked"}}','2026-03-10T14:01:00.0000000Z','pending',0,'2026-03-10T14:01:00.0000000Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(14,'slack/INC-2','slack',2,NULL,'PostMessage','{"is":"post-message","Message":{"Blocks":[{"is":"paragraph","Line":[["m","2026-03-10T14:02:00+00:00","14:02 UTC",1]," · ","key of the \"shop\" seen in a log"," — ",["p","U0BEN","ben",false]," · no. ","1",", ","investigation"]}],"Buttons":[]},"To":{"Platform":"slack","Incident":{"Number":2},"Channel":"inc-2-keys-leaked"}}','2026-03-10T14:02:00.0000000Z','pending',0,'2026-03-10T14:02:00.0000000Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(15,'slack/INC-2','slack',2,NULL,'PostMessage','{"is":"post-message","Message":{"Blocks":[{"is":"paragraph","Line":["✏️ ","No. ","1"," reads \"","key of the shop seen in two logs","\"; it was \"","key of the \"shop\" seen in a log","\"."," — ",["p","U0BEN","ben",false]]}],"Buttons":[]},"To":{"Platform":"slack","Incident":{"Number":2},"Channel":"inc-2-keys-leaked"}}','2026-03-10T14:03:00.0000000Z','pending',0,'2026-03-10T14:03:00.0000000Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(16,'slack/INC-2/pages','slack',2,NULL,'InvitePeople','{"is":"invite-people","People":[{"Id":"U0BEN","Name":"ben"}],"By":{"Id":"U0ANA","Name":"ana"},"To":{"Platform":"slack","Incident":{"Number":2},"Channel":"inc-2-keys-leaked"}}','2026-03-10T14:04:00.0000000Z','pending',0,'2026-03-10T14:04:00.0000000Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(17,'slack/INC-2/pages','slack',2,NULL,'PostMessage','{"is":"post-message","Message":{"Blocks":[{"is":"paragraph","Line":["\uD83D\uDD14 ",["m","2026-03-10T14:04:00+00:00","14:04 UTC",1]," · ","Called in: ",["p","U0BEN","ben",true],": ","rotate it"," — ",["p","U0ANA","ana",false]," · no. ","2"]}],"Buttons":[{"Label":"Acknowledge","Command":"/ack INC-2","Look":"Primary"}]},"IsPage":true,"To":{"Platform":"slack","Incident":{"Number":2},"Channel":"inc-2-keys-leaked"}}','2026-03-10T14:04:00.0000000Z','pending',0,'2026-03-10T14:04:00.0000000Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(18,'slack/INC-2','slack',2,NULL,'PostMessage','{"is":"post-message","Message":{"Blocks":[{"is":"paragraph","Line":["✅ ",["p","U0BEN","ben",false]," acknowledged the escalation to ","@ben"," at ",["m","2026-03-10T14:05:00+00:00","14:05 UTC",0]," (","1 min"," after the call)","."]}],"Buttons":[]},"To":{"Platform":"slack","Incident":{"Number":2},"Channel":"inc-2-keys-leaked"}}','2026-03-10T14:05:00.0000000Z','pending',0,'2026-03-10T14:05:00.0000000Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(19,'slack/INC-2/pages','slack',2,NULL,'InvitePeople','{"is":"invite-people","People":[{"Id":"U0BEN","Name":"ben"}],"By":{"Id":"U0ANA","Name":"ana"},"To":{"Platform":"slack","Incident":{"Number":2},"Channel":"inc-2-keys-leaked"}}','2026-03-10T14:06:00.0000000Z','pending',0,'2026-03-10T14:06:00.0000000Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(20,'slack/INC-2','slack',2,NULL,'PostMessage','{"is":"post-message","Message":{"Blocks":[{"is":"paragraph","Line":[["w","comms",1]," of ","INC-2"," is ",["p","U0BEN","ben",false]," — ",["p","U0ANA","ana",false],", ",["m","2026-03-10T14:06:00+00:00","14:06 UTC",0]]}],"Buttons":[]},"To":{"Platform":"slack","Incident":{"Number":2},"Channel":"inc-2-keys-leaked"}}','2026-03-10T14:06:00.0000000Z','pending',0,'2026-03-10T14:06:00.0000000Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(22,'slack/INC-2','slack',2,NULL,'PostMessage','{"is":"post-message","Message":{"Blocks":[{"is":"paragraph","Line":[["w","lead",1]," of ","INC-2"," is ",["p","U0ANA","ana",false]," — ",["p","U0ANA","ana",false],", ",["m","2026-03-10T14:07:00+00:00","14:07 UTC",0]]}],"Buttons":[]},"To":{"Platform":"slack","Incident":{"Number":2},"Channel":"inc-2-keys-leaked"}}','2026-03-10T14:07:00.0000000Z','pending',0,'2026-03-10T14:07:00.0000000Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(23,'slack/INC-2','slack',2,'INC-2/card','UpdateMessage','{"is":"update-message","Message":{"Blocks":[{"is":"paragraph","Line":["\uD83D\uDD34"," ",["w","INC-2",1],["w"," · ",1],["w","Keys leaked",1]," · ","SEV1"," · ","Investigating"," · private"]},{"is":"paragraph","Line":["Declared by ",["p","U0ANA","ana",false]," ",["m","2026-03-10T14:01:00+00:00","14:01 UTC",0]," · began ",["m","2026-03-10T14:01:00+00:00","14:01 UTC",0]," · Lead: ",["p","U0ANA","ana",false]," · ","comms",": ",["p","U0BEN","ben",false]]},{"is":"paragraph","Line":[["w","Next:",1]," record what you see and do; say ",["w","/incident status identified",4]," once the cause is known."]},{"is":"paragraph","Line":[["w","Type",2]," ",["w","/timeline what happened",4]," ",["w","to record,",2]," ",["w","/incident help",4]," ",["w","for the rest.",2]]}],"Buttons":[{"Label":"Call people in","Command":"/escalate INC-2"},{"Label":"Post update","Command":"/incident INC-2 update"},{"Label":"Catch up","Command":"/timeline INC-2"},{"Label":"Close","Command":"/incident INC-2 close ask","Look":"Danger"}]},"Key":"INC-2/card","To":{"Platform":"slack","Incident":{"Number":2},"Channel":"inc-2-keys-leaked"}}','2026-03-10T14:07:00.0000000Z','pending',0,'2026-03-10T14:07:00.0000000Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(24,'slack/C0LEAK','slack',NULL,NULL,'ReadMessage','{"is":"read-message","MessageId":"1773151000.0001","By":{"Id":"U0BEN","Name":"ben"},"To":{"Platform":"slack","Channel":"C0LEAK"}}','2026-03-10T14:07:00.0000000Z','pending',0,'2026-03-10T14:07:00.0000000Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(25,'slack/@U0ANA','slack',NULL,NULL,'TellPerson','{"is":"tell-person","Person":{"Id":"U0ANA","Name":"ana"},"Message":{"Blocks":[{"is":"paragraph","Line":["⚠️ ","The channel of ","INC-2"," (#","inc-2-keys-leaked",") was archived at ",["m","2026-03-10T14:07:00+00:00","14:07 UTC",0],"."," The incident goes on: what I have to say comes to ",["c","incidents",null],", and commands work anywhere with the id in front, ",["w","/timeline ",4],["w","INC-2",4],["w"," …",4],". ","A member of the channel can unarchive it; I cannot."]}],"Buttons":[]},"To":{"Platform":"slack","Channel":"@U0ANA"}}','2026-03-10T14:07:00.0000000Z','pending',0,'2026-03-10T14:07:00.0000000Z',NULL,NULL,NULL,NULL);
INSERT INTO outbox VALUES(26,'slack/@U0ANA','slack',NULL,NULL,'TellPerson','{"is":"tell-person","Person":{"Id":"U0ANA","Name":"ana"},"Message":{"Blocks":[{"is":"paragraph","Line":[["w","INC-2",1]," (from #","inc-2-keys-leaked","):"]},{"is":"paragraph","Line":[["p","U0BEN","ben",false]," was here"]}],"Buttons":[]},"To":{"Platform":"slack","Channel":"@U0ANA"}}','2026-03-10T14:07:00.0000000Z','pending',0,'2026-03-10T14:07:00.0000000Z',NULL,NULL,NULL,NULL);
CREATE TABLE posted_messages (
    key text primary key,
    external_id text not null
) without rowid;
INSERT INTO posted_messages VALUES('INC-1/announcement','1');
INSERT INTO posted_messages VALUES('INC-1/card','2');
CREATE TABLE reminders (
    key text primary key,
    incident integer not null references incidents,
    due_at text not null,
    what text not null
, parked integer not null default 0) without rowid;
CREATE TABLE health (
    id integer primary key,
    checked_at text not null
);
CREATE TABLE chat_channels (
    name text primary key,
    topic text,
    opened_at text not null
) without rowid;
INSERT INTO chat_channels VALUES('inc-1-checkout-down','INC-1: Checkout down','2026-03-10T14:00:00.0000000Z');
INSERT INTO chat_channels VALUES('incidents',NULL,'2026-03-10T14:00:00.0000000Z');
CREATE TABLE chat_files (
    id integer primary key,
    name text not null,
    content text not null,
    size integer not null
);
CREATE TABLE chat_messages (
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
INSERT INTO chat_messages VALUES(1,1,'incidents',NULL,'2026-03-10T14:00:00.0000000Z','{"Blocks":[{"is":"paragraph","Line":["\uD83D\uDD34"," ",["w","INC-1",1]," ","SEV2"," ","Investigating",": ","Checkout down",". ","Lead wanted",". ",["c","inc-1-checkout-down","inc-1-checkout-down"]]}],"Buttons":[]}',0,NULL,'outbox/4');
INSERT INTO chat_messages VALUES(2,8,'inc-1-checkout-down',NULL,'2026-03-10T14:00:00.0000000Z','{"Blocks":[{"is":"paragraph","Line":["\uD83D\uDD34"," ",["w","INC-1",1],["w"," · ",1],["w","Checkout down",1]," · ","SEV2"," · ","Investigating"]},{"is":"paragraph","Line":["Declared by ",["p","ana","ana",false]," ",["m","2026-03-10T14:00:00+00:00","14:00 UTC",0]," · began ",["m","2026-03-10T14:00:00+00:00","14:00 UTC",0]," · Lead: ",["w","nobody yet",1]," · ","comms",": ",["p","ben","ben",false]]},{"is":"paragraph","Line":[["w","Next:",1]," 1. Somebody takes the lead. 2. Call people in if you need them. 3. First update by ",["m","2026-03-10T14:30:00+00:00","14:30 UTC",0],"."]},{"is":"paragraph","Line":[["w","Type",2]," ",["w","/timeline what happened",4]," ",["w","to record,",2]," ",["w","/incident help",4]," ",["w","for the rest.",2]]}],"Buttons":[{"Label":"Take lead","Command":"/incident INC-1 lead","Look":"Primary"},{"Label":"Call people in","Command":"/escalate INC-1"},{"Label":"Post update","Command":"/incident INC-1 update"},{"Label":"Catch up","Command":"/timeline INC-1"},{"Label":"Close","Command":"/incident INC-1 close","Look":"Danger"}]}',1,NULL,'outbox/2');
INSERT INTO chat_messages VALUES(3,3,'inc-1-checkout-down',NULL,'2026-03-10T14:00:00.0000000Z','{"Blocks":[{"is":"paragraph","Line":["\uD83D\uDD14 ",["m","2026-03-10T14:00:00+00:00","14:00 UTC",1]," · ","Called in: ",["p","li","li",true],": ","the database is full"," — ",["p","ben","ben",false]," · no. ","2"]}],"Buttons":[{"Label":"Acknowledge","Command":"/ack INC-1","Look":"Primary"}]}',0,NULL,'outbox/6');
INSERT INTO chat_messages VALUES(4,5,'inc-1-checkout-down',NULL,'2026-03-10T14:00:00.0000000Z','{"Blocks":[{"is":"paragraph","Line":[["m","2026-03-10T13:50:00+00:00","13:50 UTC",1]," · ","deploy of cart 4.2"," — ",["p","ana","ana",false]," · no. ","1",", ","investigation"]}],"Buttons":[]}',0,NULL,'outbox/5');
INSERT INTO chat_messages VALUES(5,6,'inc-1-checkout-down',NULL,'2026-03-10T14:00:00.0000000Z','{"Blocks":[{"is":"paragraph","Line":["✅ ",["p","li","li",false]," acknowledged the escalation to ","@li"," at ",["m","2026-03-10T14:00:00+00:00","14:00 UTC",0],"."]}],"Buttons":[]}',0,NULL,'outbox/7');
INSERT INTO chat_messages VALUES(6,7,'inc-1-checkout-down',NULL,'2026-03-10T14:00:00.0000000Z','{"Blocks":[{"is":"paragraph","Line":[["w","comms",1]," of ","INC-1"," is ",["p","ben","ben",false]," — ",["p","ben","ben",false],", ",["m","2026-03-10T14:00:00+00:00","14:00 UTC",0]]}],"Buttons":[]}',0,NULL,'outbox/8');
INSERT INTO chat_messages VALUES(7,9,'inc-1-checkout-down',NULL,'2026-03-10T14:00:00.0000000Z','{"Blocks":[{"is":"paragraph","Line":["✏️ ","No. ","1"," reads \"","deploy of cart 4.3","\"; it was \"","deploy of cart 4.2","\"."," — ",["p","ana","ana",false]]}],"Buttons":[]}',0,NULL,'outbox/10');
CREATE TABLE long_commands (
    hash text primary key,
    command text not null,
    kept_at text not null
) without rowid;
CREATE TABLE message_picks (
    platform text not null,
    channel text not null,
    message text not null,
    pick text not null,
    primary key (platform, channel, message, pick)
) without rowid;
INSERT INTO message_picks VALUES('slack','C0LEAK','1773151000.0001','reaction/U0BEN');
CREATE TABLE message_entries (
    platform text not null,
    channel text not null,
    message text not null,
    incident integer not null references incidents,
    entry integer not null,
    text text not null,
    primary key (platform, channel, message)
) without rowid;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('outbox',26);
INSERT INTO sqlite_sequence VALUES('chat_messages',7);
CREATE INDEX incidents_channel on incidents (platform, channel_id);
CREATE INDEX incidents_open on incidents (closed_at) where closed_at is null;
CREATE INDEX corrections_incident on corrections (incident, by_id);
CREATE INDEX notes_incident on notes (incident);
CREATE INDEX outbox_waiting on outbox (lane, id) where state in ('pending', 'sending', 'ambiguous');
CREATE INDEX reminders_due on reminders (due_at);
CREATE INDEX chat_messages_channel on chat_messages (channel, id);
CREATE INDEX chat_messages_changes on chat_messages (channel, revision);
CREATE INDEX outbox_parked on outbox (platform, state, decided_at) where state in ('held', 'dead');
COMMIT;
PRAGMA user_version=8;
