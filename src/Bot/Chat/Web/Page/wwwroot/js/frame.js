import { $ } from './dom.js';

const narrow = matchMedia('(max-width: 760px)');

/** The drawer of channels on narrow screens, the ways to the composer, and links to channels. Gives what closes the drawer. */
export function frame(line) {
  const app = $('app');

  function toggle(open) {
    app.classList.toggle('open', open);
    $('menu').setAttribute('aria-expanded', open);
    if (open) $('channels').querySelector('[aria-current]')?.focus();
  }

  $('menu').addEventListener('click', () => toggle(!app.classList.contains('open')));
  $('shade').addEventListener('click', () => toggle(false));
  $('skip').addEventListener('click', event => {
    event.preventDefault();
    line.focus();
  });
  addEventListener('keydown', event => {
    if (event.key === 'Escape' && app.classList.contains('open')) {
      toggle(false);
      $('menu').focus();
    }
    const typing = event.target.closest?.('input, textarea, select, dialog');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (line.empty) line.offer('/');
      else line.focus();
    }
  });
  // A suggested command, wherever it stands, a form's answer included.
  document.addEventListener('click', event => {
    const named = event.target.closest?.('[data-type]');
    if (!named) return;
    named.closest('dialog')?.close();
    line.offer(named.dataset.type);
  });
  const channelLink = event => {
    const named = event.target.closest?.('[data-channel]');
    if (named) location.hash = named.dataset.channel;
  };
  $('main').addEventListener('click', channelLink);
  $('main').addEventListener('keydown', event => { if (event.key === 'Enter') channelLink(event); });
  if (!narrow.matches) line.focus();
  return () => toggle(false);
}
