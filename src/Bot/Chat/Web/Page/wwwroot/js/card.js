import { $, refocus } from './dom.js';
import { messageElement } from './message.js';

/** The incident's card, a click away however far the channel has moved on. */
export function card(run) {
  const button = $('pin');
  const box = $('pinned');
  let message;
  let zone;

  function toggle(open) {
    const focus = refocus(box, box);
    box.replaceChildren(...(open ? [messageElement({ ...message, pinned: false }, message, { zone, run })] : []));
    box.hidden = !open;
    button.setAttribute('aria-expanded', open);
    if (open) focus();
  }

  button.addEventListener('click', () => toggle(box.hidden));
  addEventListener('keydown', event => {
    if (event.key !== 'Escape' || box.hidden) return;
    const held = box.contains(document.activeElement);
    toggle(false);
    if (held) button.focus();
  });

  return {
    show(pinned, room) {
      message = pinned;
      zone = room.zone;
      button.hidden = !pinned;
      toggle(Boolean(pinned) && !box.hidden);
    },
    close: () => toggle(false),
  };
}
