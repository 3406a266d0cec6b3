import { $, make } from './dom.js';
import { memory } from './memory.js';

const number = /\d+$/;

/** The channels on the left, with what is new in them. */
export function channels() {
  let list = [];

  function draw(current) {
    const open = list.filter(channel => channel.open === true);
    const closed = list.filter(channel => channel.open === false);
    const rooms = list.filter(channel => channel.open === null);
    $('channels').replaceChildren(...group('Channels', rooms, current), ...group('Open incidents', open, current), ...group('Closed', closed, current));
    const unread = list.filter(channel => isUnread(channel, current)).length;
    $('menu-mark').hidden = unread === 0;
    document.title = `${unread ? `(${unread}) ` : ''}#${current} · Sitrep`;
  }

  return {
    draw,
    get all() { return list; },
    get names() { return order(list).map(channel => channel.name); },
    find: name => list.find(channel => channel.name === name),
    set(channels) { list = channels; },
    /** A message arrived; false where its channel is not in the list yet. */
    arrived(channel, id) {
      const known = list.find(other => other.name === channel);
      if (known) known.latest = Math.max(known.latest, id);
      return known !== undefined;
    },
  };
}

const order = list => [null, true, false].flatMap(open => list.filter(channel => channel.open === open));

const isUnread = (channel, current) => channel.name !== current && channel.latest > memory.seen(channel.name);

function group(title, list, current) {
  if (!list.length) return [];
  const id = `group-${title.split(' ')[0].toLowerCase()}`;
  return [make('h2', { id }, title), make('ul', { 'aria-labelledby': id }, ...list.map(channel => make('li', {}, link(channel, current))))];
}

function link(channel, current) {
  const unread = isUnread(channel, current);
  const incident = channel.incident !== null;
  return make('a', {
    class: `channel-link${unread ? ' unread' : ''}`, href: `#${channel.name}`, title: incident ? `${channel.incident} ${channel.title}` : null,
    'aria-current': channel.name === current ? 'page' : null,
  },
    incident ? dot(channel) : make('span', { class: 'sign', 'aria-hidden': 'true' }, '#'),
    make('span', { class: 'label' }, incident ? channel.title : channel.name),
    incident && make('span', { class: 'number' }, `${channel.private ? 'private ' : ''}${number.exec(channel.incident)[0]}`),
    unread && make('span', { class: 'mark' }, make('span', { class: 'unseen' }, 'unread')));
}

function dot({ open, severity }) {
  const what = open ? severity?.toUpperCase() ?? 'severity not set' : 'closed';
  return make('span', { class: `dot ${open ? severity ?? 'none' : 'closed'}` }, make('span', { class: 'unseen' }, what));
}

/** The head of the room: what this channel is about. */
export function head(name, channel) {
  $('title').textContent = channel?.incident ? `${channel.incident} ${channel.title}` : `#${name}`;
  const about = $('about');
  if (channel?.incident) {
    about.replaceChildren(
      make('span', { class: `chip ${channel.open ? channel.severity ?? '' : ''}` }, channel.severity?.toUpperCase() ?? 'severity not set'),
      ` · ${channel.status} · #${name}`);
  } else {
    about.textContent = channel?.announcements ? 'Every incident is announced here' : 'Declare an incident here, or just talk';
  }
}
