// The page's own walk: what is typed goes to the bot, what changes comes back as events.

import { get } from './api.js';
import { card } from './card.js';
import { channels, head } from './channels.js';
import { composer } from './composer.js';
import { $ } from './dom.js';
import { frame } from './frame.js';
import { follow } from './live.js';
import { log } from './log.js';
import { pages } from './pages.js';
import { sending } from './sending.js';
import { firstSteps } from './steps.js';

const noticeable = 700;
const settled = 120;
const start = 'general';
let commands = [];
let refreshing;

const sidebar = channels({ older: parameters => get('/api/chat/channels', parameters).catch(() => null) });
const page = { sidebar, go, soon };
const { dispatch, run, pick } = sending(page);
const pinned = card(run);
const room = page.room = log({ run, pick, pinned: pinned.show, read: () => page.steps.read() });
const line = page.line = composer({
  send: text => dispatch(room.current, { text }, text),
  commands: () => commands,
  incidents: () => sidebar.all.filter(channel => channel.incident),
  otherChannel: by => go(neighbour(by)),
});
page.steps = firstSteps({ offer: text => line.offer(text), open: openPostmortem, renamed: () => { live.restart(); refresh(); } });
const close = frame(line);
const paged = pages({ go, acknowledge: (channel, command) => dispatch(channel, { text: command }, command) });

function go(channel) {
  if (channel && channel !== room.current) location.hash = channel;
}

function neighbour(by) {
  const names = sidebar.names;
  return names[(names.indexOf(room.current) + by + names.length) % names.length];
}

async function show() {
  const named = decodeURIComponent(location.hash.slice(1));
  const channel = /^[a-z0-9][a-z0-9_-]{0,99}$/.test(named) ? named : start;
  close();
  pinned.close();
  line.enter(channel);
  head(channel, sidebar.find(channel));
  const opened = room.open(channel, sidebar.find(channel)?.zone).catch(() => {});
  sidebar.draw(channel);
  await Promise.all([opened, meet(channel)]);
  sidebar.draw(room.current);
}

/** An incident that the list leaves out is asked for by its name. */
async function meet(channel) {
  if (sidebar.find(channel)) return;
  const [met] = await get('/api/chat/channels', { name: channel }).catch(() => []);
  if (!met) return;
  sidebar.know(met);
  if (room.current !== channel) return;
  head(channel, met);
  room.zone = met.zone;
}

async function refresh() {
  const [list, waiting] = await Promise.all([get('/api/chat/channels').catch(() => null), paged.refresh()]);
  sidebar.pages = waiting;
  if (list) sidebar.set(list);
  if (room.current === null) return;
  sidebar.draw(room.current);
  head(room.current, sidebar.find(room.current));
  room.zone = sidebar.find(room.current)?.zone;
}

async function learn() {
  commands = await get('/api/commands').catch(() => commands);
  line.complete();
}

function soon() {
  clearTimeout(refreshing);
  refreshing = setTimeout(refresh, settled);
}

async function openPostmortem() {
  const closed = sidebar.all.find(channel => channel.open === false);
  if (closed && closed.name !== room.current) {
    location.hash = closed.name;
    await room.open(closed.name, closed.zone);
  }
  room.showDocument();
}

// The room is read once the stream stands, so that nothing falls between the two.
let greeted;
let shown = false;
const greeting = new Promise(resolve => { greeted = resolve; });

const live = follow({
  hello(first) {
    greeted();
    if (!shown) return;
    if (commands.length === 0) learn();
    if (first || !room.ready) room.forget();
    refresh();
  },
  message(message) {
    room.arrive(message);
    const known = sidebar.arrived(message.channel, message.id);
    if (message.bot || !known) soon();
    sidebar.draw();
  },
  reload() {
    refresh();
    room.forget();
  },
  state(connected) {
    $('state').className = `state ${connected ? 'live' : 'away'}`;
    $('state').textContent = connected ? 'Live' : 'Reconnecting';
  },
});

addEventListener('hashchange', show);
addEventListener('visibilitychange', () => { if (room.current) sidebar.draw(); });
learn();
await Promise.race([Promise.all([greeting, refresh()]), new Promise(resolve => { setTimeout(resolve, noticeable); })]);
shown = true;
await show();
await refresh();
