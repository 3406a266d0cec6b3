import { $ } from './dom.js';
import { messageElement } from './message.js';

/** The incident's card, a click away however far the channel has moved on. */
export function card(run) {
  const button = $('pin');
  const box = $('pinned');
  let message;

  function toggle(open) {
    box.replaceChildren(...(open ? [messageElement({ ...message, pinned: false }, message, run)] : []));
    box.hidden = !open;
    button.setAttribute('aria-expanded', open);
  }

  button.addEventListener('click', () => toggle(box.hidden));
  addEventListener('keydown', event => { if (event.key === 'Escape' && !box.hidden) toggle(false); });

  return {
    show(pinned) {
      message = pinned;
      button.hidden = !pinned;
      toggle(Boolean(pinned) && !box.hidden);
    },
    close: () => toggle(false),
  };
}
