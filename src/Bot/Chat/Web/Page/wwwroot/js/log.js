import { $, make, refocus } from './dom.js';
import { get } from './api.js';
import { own } from './clock.js';
import { memory } from './memory.js';
import { dayElement, messageElement } from './message.js';
import { showNote, shown } from './notes.js';
import { arriving, keep, newRoom, sorted } from './rooms.js';
import { scroller } from './scroller.js';

const page = 200;

/** The messages of the open channel. Rooms that were open stay in memory and are kept up to date. */
export function log({ run, pick, pinned, read }) {
  const box = $('log');
  const rooms = new Map();
  const scroll = scroller(box);
  let current = null;
  const reading = new IntersectionObserver(seen => { if (seen.some(entry => entry.isIntersecting)) read(); }, { root: box, rootMargin: '-10% 0px -10% 0px' });

  function roomOf(channel) {
    if (!rooms.has(channel)) rooms.set(channel, newRoom(own));
    return rooms.get(channel);
  }

  async function open(channel, zone) {
    current = channel;
    const room = roomOf(channel);
    room.zone = zone ?? room.zone;
    if (!room.loaded) {
      box.setAttribute('aria-busy', 'true');
      room.loading = true;
      const newest = await get(`/api/chat/${channel}/messages`, { last: page, pinned: 1 });
      // One more than was asked for is a card that stands further up.
      if (newest.length > page) pin(room, newest.shift());
      take(room, newest);
      room.loaded = true;
    }
    if (current !== channel) return;
    draw(room, memory.seen(channel));
    scroll.toEnd();
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
    for (const message of messages) {
      keep(room, message);
      if (message.pinned) pin(room, message);
    }
  }

  // The card belongs to its channel, however many messages stand between.
  function pin(room, card) {
    if (!room.card || card.id > room.card.id || card.revision > room.card.revision) room.card = card;
  }

  function draw(room, seen = 0) {
    const messages = sorted(room);
    const fresh = seen > 0 && messages.find(message => message.id > seen);
    box.replaceChildren();
    if (room.card && !room.messages.has(room.card.id)) box.append(elementOf(room, room.card, null));
    if (room.more) box.append(make('button', { type: 'button', class: 'button earlier', onclick: () => earlier(room) }, 'Earlier messages'));
    if (!messages.length && !room.notes.length) box.append(empty());
    messages.forEach((message, index) => {
      if (message === fresh) box.append(make('div', { class: 'day new' }, 'New'));
      add(room, message, messages[index - 1]);
      for (const note of shown(room)) if (note.after === message.id) box.append(note.element);
    });
    for (const note of shown(room)) if (note.after === 0) box.prepend(note.element);
    box.removeAttribute('aria-busy');
    pinned(room.card, room);
  }

  function add(room, message, before) {
    const day = dayElement(message, before, room.zone);
    if (day) box.append(day);
    box.append(elementOf(room, message, before));
  }

  function elementOf(room, message, before) {
    const element = messageElement(message, before, { zone: room.zone, run, pick });
    if (element.classList.contains('document')) reading.observe(element);
    return element;
  }

  /** A message was posted or changed. */
  function arrive(message) {
    const room = rooms.get(message.channel);
    // What arrives while the room is being read may be missing from what was read.
    if (room?.loading && !room.loaded) keep(room, message);
    if (!room?.loaded) return;
    if (message.pinned) pin(room, message);
    const before = arriving(room, message);
    if (message.channel !== current) return;
    if (message.pinned) pinned(room.card, room);
    if (before === 'out of sight') redrawCard(room, message);
    else if (before === 'changed') change(room, message);
    else append(room, message, before);
    see();
  }

  function redrawCard(room, message) {
    if (message.pinned && box.querySelector(`[data-id="${message.id}"]`)) change(room, message);
  }

  function change(room, message) {
    const old = box.querySelector(`[data-id="${message.id}"]`);
    if (!old) return draw(room);
    const messages = sorted(room);
    const index = messages.findIndex(other => other.id === message.id);
    const element = elementOf(room, room.messages.get(message.id) ?? message, messages[index - 1]);
    const focus = refocus(old, element);
    old.replaceWith(element);
    focus();
    scroll.stay();
  }

  // What a command did arrives a moment after its answer, and belongs above it.
  function append(room, message, last) {
    box.querySelector('.empty')?.remove();
    add(room, message, last);
    const element = box.lastElementChild;
    showNote.behind(room, message, box);
    scroll.follow(element);
  }

  function see() {
    const last = rooms.get(current) && sorted(rooms.get(current)).at(-1);
    if (last && document.visibilityState === 'visible') memory.see(current, last.id);
  }

  document.addEventListener('visibilitychange', see);

  return {
    open, arrive,
    /** Shows an answer at the end of a channel; brief ones give way to it. */
    note(channel, element) {
      const room = roomOf(channel);
      showNote(room, element, channel === current && room.loaded ? box : null, scroll);
    },
    get current() { return current; },
    /** Whether the open channel could be read. */
    get ready() { return rooms.get(current)?.loaded === true; },
    /** The zone of the open channel's clock, once it is known or changed. */
    set zone(zone) {
      const room = rooms.get(current);
      if (!room || !zone || (room.zone.id === zone.id && room.zone.label === zone.label)) return;
      room.zone = zone;
      if (room.loaded) draw(room);
      scroll.stay();
    },
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

const empty = () => make('p', { class: 'empty' }, make('strong', {}, 'Nothing here yet'), 'Type / to see what you can do.');
