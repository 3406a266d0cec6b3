import { $, make } from './dom.js';
import { get } from './api.js';
import { memory } from './memory.js';
import { dayElement, messageElement } from './message.js';

const page = 200;
const near = 80;
const meanwhile = 3000;

/** The messages of the open channel. Rooms that were open stay in memory and are kept up to date. */
export function log({ run, pinned, read }) {
  const box = $('log');
  const rooms = new Map();
  let current = null;
  let stuck = true;
  const reading = new IntersectionObserver(seen => { if (seen.some(entry => entry.isIntersecting)) read(); }, { root: box, rootMargin: '-10% 0px -10% 0px' });

  async function open(channel) {
    current = channel;
    const room = rooms.get(channel) ?? { messages: new Map(), notes: [], more: false, loaded: false };
    rooms.set(channel, room);
    if (!room.loaded) {
      box.setAttribute('aria-busy', 'true');
      room.loading = true;
      take(room, await get(`/api/chat/${channel}/messages`, { last: page }));
      room.loaded = true;
    }
    if (current !== channel) return;
    draw(room, memory.seen(channel));
    toEnd();
    see();
  }

  async function earlier(room) {
    const oldest = sorted(room)[0];
    take(room, await get(`/api/chat/${current}/messages`, { last: page, before: oldest.id }));
    const height = box.scrollHeight;
    draw(room);
    box.scrollTop += box.scrollHeight - height;
  }

  function take(room, messages) {
    room.more = messages.length === page;
    for (const message of messages) keep(room, message);
  }

  // The newer of two that crossed on their way.
  function keep(room, message) {
    if ((room.messages.get(message.id)?.revision ?? 0) < message.revision) room.messages.set(message.id, message);
  }

  function draw(room, seen = 0) {
    const messages = sorted(room);
    const fresh = seen > 0 && messages.find(message => message.id > seen);
    box.replaceChildren();
    if (room.more) box.append(make('button', { type: 'button', class: 'button earlier', onclick: () => earlier(room) }, 'Earlier messages'));
    if (!messages.length && !room.notes.length) box.append(empty());
    messages.forEach((message, index) => {
      if (message === fresh) box.append(make('div', { class: 'day new' }, 'New'));
      add(message, messages[index - 1]);
      for (const note of shown(room)) if (note.after === message.id) box.append(note.element);
    });
    for (const note of shown(room)) if (note.after === 0) box.prepend(note.element);
    box.removeAttribute('aria-busy');
    pinned(messages.findLast(message => message.pinned));
  }

  function add(message, before) {
    const day = dayElement(message, before);
    if (day) box.append(day);
    box.append(watched(messageElement(message, before, run)));
  }

  function watched(element) {
    if (element.classList.contains('document')) reading.observe(element);
    return element;
  }

  /** A message was posted or changed. */
  function arrive(message) {
    const room = rooms.get(message.channel);
    // What arrives while the room is being read may be missing from what was read.
    if (room?.loading && !room.loaded) keep(room, message);
    if (!room?.loaded) return;
    const last = sorted(room).at(-1);
    const known = room.messages.has(message.id);
    if (!known && room.more && message.id < sorted(room)[0].id) return;
    keep(room, message);
    if (message.channel !== current) return;
    if (known || (last && message.id < last.id)) change(room, message);
    else append(room, message, last);
    if (message.pinned) pinned(message);
    see();
  }

  function change(room, message) {
    const old = box.querySelector(`[data-id="${message.id}"]`);
    if (!old) return draw(room);
    const messages = sorted(room);
    old.replaceWith(watched(messageElement(room.messages.get(message.id), messages[messages.findIndex(other => other.id === message.id) - 1], run)));
    if (stuck) toEnd();
  }

  // What a command did arrives a moment after its answer, and belongs above it.
  function append(room, message, last) {
    box.querySelector('.empty')?.remove();
    add(message, last);
    const element = box.lastElementChild;
    const answer = room.notes.at(-1);
    if (answer && Date.now() - answer.since < meanwhile && answer.element.isConnected) {
      answer.after = message.id;
      box.append(answer.element);
    }
    follow(element);
  }

  // What is longer than the window is read from its start.
  function follow(element) {
    if (!stuck) $('newest').hidden = false;
    else if (element.offsetHeight > box.clientHeight * 0.7) {
      box.scrollTop = element.offsetTop - box.offsetTop - 8;
      stuck = false;
    } else toEnd();
  }

  function toEnd() {
    box.scrollTop = box.scrollHeight;
    stuck = true;
    $('newest').hidden = true;
  }

  function see() {
    const last = rooms.get(current) && sorted(rooms.get(current)).at(-1);
    if (last && document.visibilityState === 'visible') memory.see(current, last.id);
  }

  /** Shows an answer at the end of a channel; brief ones give way to it. */
  function note(channel, element) {
    const room = rooms.get(channel) ?? { messages: new Map(), notes: [], more: false, loaded: false };
    rooms.set(channel, room);
    for (const old of room.notes) if ('brief' in old.element.dataset || 'gone' in old.element.dataset) old.element.remove();
    room.notes = room.notes.filter(old => !('brief' in old.element.dataset || 'gone' in old.element.dataset));
    room.notes.push({ element, since: Date.now(), after: sorted(room).at(-1)?.id ?? 0 });
    if (channel !== current || !room.loaded) return;
    box.querySelector('.empty')?.remove();
    box.append(element);
    stuck = true;
    follow(element);
  }

  box.addEventListener('scroll', () => {
    stuck = box.scrollHeight - box.scrollTop - box.clientHeight < near;
    if (stuck) $('newest').hidden = true;
  }, { passive: true });
  // Pictures arrive late, and the composer grows: whoever was at the end stays there.
  box.addEventListener('load', () => { if (stuck) toEnd(); }, { capture: true });
  new ResizeObserver(() => { if (stuck) toEnd(); }).observe(box);
  $('newest').addEventListener('click', toEnd);
  document.addEventListener('visibilitychange', see);

  return {
    open, arrive, note,
    get current() { return current; },
    /** Whether the open channel could be read. */
    get ready() { return rooms.get(current)?.loaded === true; },
    /** Everything may have changed. */
    forget() {
      for (const room of rooms.values()) {
        room.loaded = false;
        room.messages.clear();
      }
      return current && open(current).catch(() => {});
    },
    /** Brings the newest document into view. */
    showDocument() {
      const documents = box.querySelectorAll('.document');
      documents[documents.length - 1]?.scrollIntoView({ block: 'start' });
    },
  };
}

const shown = room => room.notes.filter(note => !('gone' in note.element.dataset));

const sorted = room => [...room.messages.values()].sort((a, b) => a.id - b.id);

const empty = () => make('p', { class: 'empty' }, make('strong', {}, 'Nothing here yet'), 'Type / to see what you can do.');
