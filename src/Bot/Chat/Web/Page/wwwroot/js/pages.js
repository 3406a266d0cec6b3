// Somebody calls for whoever sits here: it is loud wherever they are, until it is acknowledged.

import { $, make, say } from './dom.js';
import { get } from './api.js';
import { memory } from './memory.js';

const most = 3;

/**
 * @param {function} acknowledge Types a page's command in its channel.
 * @param {function} go Opens a channel.
 */
export function pages({ acknowledge, go }) {
  const banner = $('banner');
  const toggle = $('loud');
  const known = new Set();
  let waiting = [];

  const keyOf = page => `${page.incident}/${page.number}`;
  const among = incident => waiting.filter(page => page.incident === incident);
  // One row an incident, with what was said last.
  const rows = () => waiting.filter(page => page === among(page.incident)[0]);

  function draw() {
    const held = banner.contains(document.activeElement);
    const calls = rows();
    banner.hidden = calls.length === 0;
    banner.replaceChildren(...calls.slice(0, most).map(row), ...(calls.length > most ? [make('p', {}, `and ${calls.length - most} more, on the left`)] : []));
    if (held) (banner.querySelector('button') ?? $('text')).focus();
  }

  function row(page) {
    return make('div', { class: 'page' },
      make('p', {}, make('span', { 'aria-hidden': 'true' }, '🔔 '), make('strong', {}, `You are paged for ${page.incident} · ${page.title}`),
        ` (${page.severity?.toUpperCase() ?? 'severity not set'}) by @${page.by}${times(among(page.incident).length)}${page.text ? `: ${page.text}` : ''}`),
      make('div', { class: 'buttons' },
        make('button', { type: 'button', class: 'button primary', onclick: event => answer(page, event.currentTarget) }, 'Acknowledge'),
        make('button', { type: 'button', class: 'button', onclick: () => go(page.channel) }, 'Open channel')));
  }

  async function answer(page, button) {
    if (button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    for (const { channel, command } of among(page.incident)) await acknowledge(channel, command);
    button.ariaDisabled = null;
    await refresh();
  }

  /** Looks who is paged. Gives what waits. */
  async function refresh() {
    waiting = await get('/api/chat/pages').catch(() => waiting);
    const fresh = waiting.filter(page => !known.has(keyOf(page)));
    for (const page of fresh) known.add(keyOf(page));
    draw();
    if (fresh.length) alarm(fresh[0]);
    return rows();
  }

  function alarm(page) {
    const text = `You are paged for ${page.incident} · ${page.title}`;
    say(`${text} by ${page.by}. ${page.text ?? ''}`);
    if (!memory.loud) return;
    ring();
    if (globalThis.Notification?.permission !== 'granted') return;
    const notification = new Notification(text, { body: `@${page.by}: ${page.text ?? 'acknowledge it in Sitrep'}`, tag: keyOf(page), requireInteraction: true });
    notification.addEventListener('click', () => {
      window.focus();
      go(page.channel);
      notification.close();
    });
  }

  // Asked for by a click, never by itself.
  toggle.addEventListener('click', async () => {
    memory.loud = !memory.loud;
    show();
    if (!memory.loud) return;
    ring();
    await globalThis.Notification?.requestPermission?.().catch(() => {});
    show();
  });

  function show() {
    const refused = memory.loud && globalThis.Notification?.permission === 'denied';
    toggle.setAttribute('aria-pressed', memory.loud);
    toggle.textContent = memory.loud ? `🔔 Pages ring${refused ? ' (notifications are blocked)' : ''}` : '🔕 Ring when I am paged';
  }

  show();
  return { refresh };
}

const times = count => (count > 1 ? `, ${count} times` : '');

/** Two tones, twice. */
function ring() {
  const audio = new AudioContext();
  const volume = audio.createGain();
  volume.gain.value = 0.15;
  volume.connect(audio.destination);
  [880, 660, 880, 660].forEach((frequency, index) => {
    const tone = audio.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(volume);
    tone.start(audio.currentTime + index * 0.25);
    tone.stop(audio.currentTime + index * 0.25 + 0.2);
  });
  setTimeout(() => audio.close(), 2000);
}
