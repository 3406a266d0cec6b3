import { clock, day, full, sameDay, zoned } from './clock.js';
import { buttons, fragment, make } from './dom.js';

const group = 5 * 60 * 1000;
const long = 3000;

/**
 * One message of the log.
 * @param {object} room What the room gives: `zone` of its clock, `run` types a button's command, `pick` records a message.
 */
export function messageElement(message, before, { zone, run, pick }) {
  const at = new Date(message.at);
  const isDocument = message.bot && /^<h1>/.test(message.html);
  const first = startsGroup(message, before);
  const classes = ['message', first && 'first', message.pinned && 'card', isDocument && 'document', !isDocument && message.text.length > long && 'long'];
  const body = make('div', { class: 'body' }, message.file ? file(message.file) : fragment(message.html), buttons(message.buttons, run));
  const element = make('article', { class: classes.filter(Boolean).join(' '), 'data-id': message.id, 'aria-label': `${message.author}, ${zoned(at, zone)}` },
    make('time', { datetime: message.at, title: full(at, zone) }, first || !sameMinute(message, before, zone) ? zoned(at, zone) : ''),
    make('div', { class: 'said' }, first && by(message), body),
    !message.bot && pick && recorded(message, pick));
  if (element.classList.contains('long')) {
    const more = make('button', { type: 'button', class: 'button', onclick: () => { element.classList.remove('long'); more.remove(); } }, 'Show all of it');
    body.append(more);
  }
  return element;
}

/** The line between two days; null within one. */
export function dayElement(message, before, zone) {
  const at = new Date(message.at);
  return before && sameDay(new Date(before.at), at, zone) ? null : make('div', { class: 'day' }, day(at, zone));
}

/** Whether a message is in the timeline, or the button that puts it there. */
function recorded(message, pick) {
  return message.entry
    ? make('span', { class: 'picked', title: `In the timeline as no. ${message.entry}` }, make('span', { 'aria-hidden': 'true' }, '📌'), ` no. ${message.entry}`)
    : make('button', { type: 'button', class: 'quiet pick', title: 'Add to timeline', onclick: event => pick(message, event.currentTarget) },
      make('span', { 'aria-hidden': 'true' }, '📌'), make('span', { class: 'words' }, 'Add to timeline'));
}

/** A file to download and, where there is one, the page that says the same. */
function file({ id, name, size, page }) {
  const download = make('a', { class: 'file', href: `/api/chat/files/${id}`, download: name },
    sheet(), make('span', {}, make('b', {}, name), make('small', {}, `Download, ${Math.max(1, Math.round(size / 1024))} kB`)));
  return make('div', { class: 'files' }, download, page && make('a', { class: 'page', href: page, target: '_blank', rel: 'noopener' }, 'Open as a web page with a timeline chart'));
}

function sheet() {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [key, value] of Object.entries({ viewBox: '0 0 20 20', width: 22, height: 22, 'aria-hidden': 'true' })) svg.setAttribute(key, value);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M5 2.5h6.5L15.5 7v10.5H5zM11.5 2.5V7h4M8 10.5h5M8 13.5h5');
  svg.append(path);
  return svg;
}

function by({ author, bot }) {
  return make('div', { class: 'by' }, make('span', {}, author), bot && make('span', { class: 'bot' }, 'bot'));
}

// The bot says most of it; its name now and then is enough.
const startsGroup = (message, before) =>
  !before || before.author !== message.author || before.bot !== message.bot || (!message.bot && new Date(message.at) - new Date(before.at) > group);

const sameMinute = (message, before, zone) => before && clock(new Date(message.at), zone) === clock(new Date(before.at), zone);
