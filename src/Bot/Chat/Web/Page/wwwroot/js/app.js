// The page's own walk: what is typed goes to the bot, what changes comes back as events.

import { get, send } from './api.js';
import { card } from './card.js';
import { channels, head } from './channels.js';
import { composer } from './composer.js';
import { $, say } from './dom.js';
import { ask, confirmed } from './form.js';
import { frame } from './frame.js';
import { follow } from './live.js';
import { log } from './log.js';
import { memory } from './memory.js';
import { answerNote, failedNote, gone, waitingNote } from './notes.js';
import { firstSteps } from './steps.js';

const noticeable = 700;
const settled = 120;
const start = 'general';
let commands = [];
let refreshing;

const sidebar = channels();
const pinned = card(run);
const room = log({ run, pinned: pinned.show, read: () => steps.read() });
const line = composer({
  send: text => dispatch(room.current, { text }, text),
  commands: () => commands,
  incidents: () => sidebar.all.filter(channel => channel.incident),
  otherChannel: by => go(neighbour(by)),
});
const steps = firstSteps({ offer: text => line.offer(text), open: openPostmortem, renamed: () => { live.restart(); refresh(); } });
const close = frame(line);

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
  line.label(channel);
  head(channel, sidebar.find(channel));
  await room.open(channel).catch(() => {});
  sidebar.draw(room.current);
}

async function refresh() {
  const list = await get('/api/chat/channels').catch(() => null);
  if (!list) return;
  sidebar.set(list);
  sidebar.draw(room.current);
  head(room.current, sidebar.find(room.current));
}

async function learn() {
  commands = await get('/api/commands').catch(() => commands);
  line.complete();
}

function soon() {
  clearTimeout(refreshing);
  refreshing = setTimeout(refresh, settled);
}

async function dispatch(channel, message, typed, key = crypto.randomUUID()) {
  const before = new Set(sidebar.names);
  let waiting;
  const timer = setTimeout(() => { waiting = waitingNote(typed); room.note(channel, waiting); }, noticeable);
  try {
    const reply = await send(channel, message, key);
    answer(channel, message, typed, reply, before);
    return reply;
  } catch (failure) {
    room.note(channel, failedNote(typed, failure, {
      retry: () => dispatch(channel, message, typed, key),
      edit: () => line.offer(typed),
    }));
    say(`Not sent. ${failure.message}`);
    return null;
  } finally {
    clearTimeout(timer);
    if (waiting) gone(waiting);
  }
}

function answer(channel, message, typed, reply, before) {
  if (reply.form) {
    const { form } = reply;
    ask(form, reply.html, values => dispatch(channel, { form: form.command, values }, form.command), run);
    return;
  }
  if (!reply.refused && reply.incident) steps.typed(typed);
  // A form that was refused shows why by itself, beside what was filled in.
  if (message.form && reply.refused) return;
  const opened = !reply.refused && reply.channel && !before.has(reply.channel);
  if (reply.reply) room.note(opened ? reply.channel : channel, answerNote(typed, reply, run, line.offer));
  if (opened) go(reply.channel);
  soon();
}

/** A button: its command, typed for whoever clicks. */
async function run(command, button) {
  if (button.classList.contains('danger') && !await confirmed(button.textContent, command)) return;
  button.disabled = true;
  await dispatch(room.current, { text: command }, command);
  button.disabled = false;
}

async function openPostmortem() {
  const closed = sidebar.all.find(channel => channel.open === false);
  if (closed && closed.name !== room.current) {
    location.hash = closed.name;
    await room.open(closed.name);
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
    sidebar.draw(room.current);
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
addEventListener('visibilitychange', () => sidebar.draw(room.current));
learn();
await Promise.race([greeting, new Promise(resolve => { setTimeout(resolve, noticeable); })]);
shown = true;
await show();
await refresh();
