import { $, make } from './dom.js';
import { differs, own } from './clock.js';
import { memory } from './memory.js';

const newest = 8;
const typing = 200;

/**
 * The channels on the left, with what is new in them.
 * @param {function} older Asks the bot for closed incidents that the list leaves out: `before` a number, with `words` in them.
 */
export function channels({ older }) {
  const filter = $('filter');
  let list = [];
  // Closed incidents that were asked for, by name.
  const found = new Map();
  let pages = [];
  let current = null;
  let unfolded = false;
  let exhausted = false;
  let asking;

  const all = () => [...list, ...[...found.values()].filter(channel => !list.some(other => other.name === channel.name))];
  const words = () => filter.value.trim().toLowerCase();
  const fits = channel => `${channel.name} ${channel.incident ?? ''} ${channel.title ?? ''} ${channel.severity ?? ''}`.toLowerCase().includes(words());

  function groups() {
    const fitting = all().filter(fits);
    const closed = fitting.filter(channel => channel.open === false).sort((a, b) => numberOf(b) - numberOf(a));
    const shown = unfolded || words() ? closed : closed.filter((channel, index) => index < newest || channel.name === current);
    return {
      rooms: fitting.filter(channel => channel.open === null),
      open: fitting.filter(channel => channel.open === true),
      closed: shown,
      folded: closed.length - shown.length,
    };
  }

  function draw(name = current) {
    current = name;
    const { rooms, open, closed, folded } = groups();
    const held = $('channels').contains(document.activeElement) ? document.activeElement : null;
    $('channels').replaceChildren(
      ...group('Waiting for you', pages.map(pageLink)),
      ...group('Channels', rooms.map(channel => link(channel, current))),
      ...group('Open incidents', open.map(channel => link(channel, current))),
      ...group('Closed', [
        ...closed.map(channel => link(channel, current)),
        (folded > 0 || (closed.length > 0 && !exhausted)) && make('button', { type: 'button', class: 'quiet older', onclick: unfold }, 'Older'),
      ].filter(Boolean)),
      ...(rooms.length + open.length + closed.length === 0 ? [make('p', { class: 'nothing', role: 'status' }, 'Nothing of that name.')] : []));
    const key = held?.getAttribute('href') ?? held?.textContent;
    if (held) [...$('channels').querySelectorAll('a, button')].find(control => (control.getAttribute('href') ?? control.textContent) === key)?.focus();
    if (!current) return;
    const unread = list.filter(channel => isUnread(channel, current)).length;
    $('menu-mark').hidden = unread + pages.length === 0;
    const paged = pages.length ? `🔔 Paged: ${pages[0].incident} · ` : '';
    document.title = `${paged}${unread ? `(${unread}) ` : ''}#${current} · Sitrep`;
  }

  async function unfold() {
    if (unfolded || words()) await ask(Math.min(...groups().closed.map(numberOf)));
    unfolded = true;
    draw();
  }

  async function ask(before) {
    const answer = await older({ ...(words() && { words: words() }), ...(before && { before }) });
    if (!answer) return;
    for (const channel of answer) found.set(channel.name, channel);
    exhausted = answer.length === 0;
    draw();
  }

  filter.addEventListener('input', () => {
    exhausted = false;
    clearTimeout(asking);
    if (words()) asking = setTimeout(ask, typing);
    draw();
  });
  filter.addEventListener('keydown', event => {
    if (event.key === 'Escape' && filter.value) {
      filter.value = '';
      filter.dispatchEvent(new Event('input'));
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      const first = $('channels').querySelector('.channel-link');
      if (event.key === 'Enter' && first) first.click();
      else first?.focus();
    }
  });

  return {
    draw,
    get all() { return all(); },
    get names() { return Object.values(groups()).flatMap(part => part || []).map(channel => channel.name); },
    find: name => all().find(channel => channel.name === name),
    set(channels) {
      memory.begin(Math.max(0, ...channels.map(({ latest }) => latest)));
      list = channels;
    },
    set pages(waiting) { pages = waiting; },
    /** An incident that the list leaves out, and that somebody opens. */
    know(channel) { found.set(channel.name, channel); },
    /** A message arrived; false where its channel is not in the list yet. */
    arrived(channel, id) {
      const known = all().find(other => other.name === channel);
      if (known) known.latest = Math.max(known.latest, id);
      return known !== undefined;
    },
  };
}

const numberOf = channel => Number(channel.incident?.slice(4) ?? 0);

const isUnread = (channel, current) => channel.name !== current && channel.latest > memory.seen(channel.name);

function group(title, links) {
  if (!links.length) return [];
  const id = `group-${title.split(' ')[0].toLowerCase()}`;
  return [make('h2', { id }, title), make('ul', { 'aria-labelledby': id }, ...links.map(one => make('li', {}, one)))];
}

function link(channel, current) {
  const unread = isUnread(channel, current);
  const { incident } = channel;
  return make('a', {
    class: `channel-link${unread ? ' unread' : ''}${incident ? ' incident' : ''}`, href: `#${channel.name}`,
    title: incident ? `${incident} ${channel.title}` : null, 'aria-current': channel.name === current ? 'page' : null,
  },
    make('span', { class: incident ? `dot ${channel.open ? channel.severity ?? 'none' : 'closed'}` : 'sign', 'aria-hidden': 'true' }, incident ? '' : '#'),
    make('span', { class: 'label' }, incident ? channel.title : channel.name),
    incident && make('span', { class: 'facts' },
      make('span', { class: 'number' }, incident), ` · ${severityOf(channel)}${channel.private ? ' · private' : ''}${channel.open ? '' : ' · closed'}`),
    unread && make('span', { class: 'mark' }, make('span', { class: 'unseen' }, 'unread')));
}

function pageLink({ incident, title, channel, by }) {
  return make('a', { class: 'channel-link incident paged', href: `#${channel}`, title: `${by} pages you for ${incident} ${title}` },
    make('span', { class: 'sign', 'aria-hidden': 'true' }, '🔔'), make('span', { class: 'label' }, title),
    make('span', { class: 'facts' }, make('span', { class: 'number' }, incident), ` · paged by @${by}`));
}

const severityOf = channel => channel.severity?.toUpperCase() ?? 'severity not set';

/** The head of the room: what this channel is about, and which clock its times are told by. */
export function head(name, channel) {
  $('title').textContent = channel?.incident ? `${channel.incident} ${channel.title}` : `#${name}`;
  const zone = channel?.zone;
  const times = zone && differs(new Date(), zone) ? ` · times in ${zone.label}, your clock is ${own.label}` : '';
  if (channel?.incident) {
    $('about').replaceChildren(
      make('span', { class: `chip ${channel.open ? channel.severity ?? '' : ''}` }, severityOf(channel)), ` · ${channel.status} · #${name}${times}`);
  } else {
    $('about').textContent = `${channel?.announcements ? 'Every incident is announced here' : 'Declare an incident here, or just talk'}${times}`;
  }
  $('about').title = $('about').textContent;
}
