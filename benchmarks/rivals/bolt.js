// A Slack app as a team would write it with Bolt: verifies, parses and answers; with a database it stores three rows first.
const { App } = require('@slack/bolt');

const file = process.argv[2];
let store = () => {};
if (file) {
  const database = new (require('better-sqlite3'))(file);
  database.pragma('journal_mode = wal');
  database.pragma('synchronous = full');
  database.exec(`
    create table if not exists deliveries (key text primary key, reply text not null) without rowid;
    create table if not exists entries (id integer primary key, text text not null, user text not null, at text not null);
    create table if not exists outbox (id integer primary key, entry integer not null, state text not null);`);
  const delivery = database.prepare('insert into deliveries (key, reply) values (?, ?)');
  const entry = database.prepare('insert into entries (text, user, at) values (?, ?, ?)');
  const outbox = database.prepare("insert into outbox (entry, state) values (?, 'pending')");
  store = database.transaction(command => {
    delivery.run(command.trigger_id, 'Added');
    const { lastInsertRowid } = entry.run(command.text, command.user_id, new Date().toISOString());
    outbox.run(lastInsertRowid);
  });
}

const app = new App({
  signingSecret: process.env.SECRET,
  authorize: async () => ({ botToken: 'xoxb-benchmark', botId: 'B1', botUserId: 'U1' }),
  logLevel: 'error',
});
app.command('/timeline', async ({ command, ack }) => {
  store(command);
  await ack(`Added to INC-1: "${command.text}".`);
});
app.start(Number(process.env.PORT));
