import { $ } from './dom.js';

const near = 80;

/** Keeps whoever is at the end of the log there, and nobody else. */
export function scroller(box) {
  let stuck = true;

  function toEnd() {
    box.scrollTop = box.scrollHeight;
    stuck = true;
    $('newest').hidden = true;
  }

  const stay = () => { if (stuck) toEnd(); };

  // What is longer than the window is read from its start.
  function follow(element) {
    if (!stuck) $('newest').hidden = false;
    else if (element.offsetHeight > box.clientHeight * 0.7) {
      box.scrollTop = element.offsetTop - box.offsetTop - 8;
      stuck = false;
    } else toEnd();
  }

  box.addEventListener('scroll', () => {
    stuck = box.scrollHeight - box.scrollTop - box.clientHeight < near;
    if (stuck) $('newest').hidden = true;
  }, { passive: true });
  // Pictures arrive late, and the composer grows: whoever was at the end stays there.
  box.addEventListener('load', stay, { capture: true });
  new ResizeObserver(stay).observe(box);
  $('newest').addEventListener('click', toEnd);

  return {
    toEnd, stay,
    /** Shows what was added, where its reader is at the end; otherwise says that there is more. */
    follow,
    /** The same for what the reader asked for themselves. */
    show(element) {
      stuck = true;
      follow(element);
    },
  };
}
