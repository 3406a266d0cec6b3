import { buttons, fragment, make } from './dom.js';

const group = 5 * 60 * 1000;
const long = 3000;
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });

/** One message of the log. */
export function messageElement(message, before, run) {
  const at = new Date(message.at);
  const isDocument = message.bot && /^<h1>/.test(message.html);
  const first = startsGroup(message, before);
  const classes = ['message', first && 'first', message.pinned && 'card', isDocument && 'document', !isDocument && message.text.length > long && 'long'];
  const body = make('div', { class: 'body' }, message.file ? file(message.file) : fragment(message.html), buttons(message.buttons, run));
  const element = make('article', { class: classes.filter(Boolean).join(' '), 'data-id': message.id, 'aria-label': `${message.author}, ${clock.format(at)}` },
    make('time', { datetime: message.at, title: full.format(at) }, first || !sameMinute(message, before) ? clock.format(at) : ''),
    make('div', { class: 'said' }, first && by(message), body));
  if (element.classList.contains('long')) {
    const more = make('button', { type: 'button', class: 'button', onclick: () => { element.classList.remove('long'); more.remove(); } }, 'Show all of it');
    body.append(more);
  }
  return element;
}

/** The line between two days; null within one. */
export function dayElement(message, before) {
  const at = new Date(message.at);
  return before && new Date(before.at).toDateString() === at.toDateString() ? null : make('div', { class: 'day' }, day.format(at));
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

const sameMinute = (message, before) => before && clock.format(new Date(message.at)) === clock.format(new Date(before.at));
