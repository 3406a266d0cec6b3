import { $ } from './dom.js';
import { memory } from './memory.js';
import { suggestions } from './suggestions.js';

/** The line one types into. */
export function composer({ send, commands, incidents, otherChannel }) {
  const text = $('text');
  const suggest = suggestions(text, { commands, incidents }, fit);
  // How far back in what was typed; 0 is what is being typed now.
  let recalled = 0;
  let typing = '';
  let channel = null;

  function fit() {
    text.classList.toggle('command', text.value.trimStart().startsWith('/'));
    text.style.height = 'auto';
    text.style.height = `${text.scrollHeight}px`;
    $('send').disabled = text.value.trim() === '';
  }

  // What is being typed belongs to its channel, and outlives the page.
  function keep() {
    if (channel !== null && recalled === 0) memory.keepDraft(channel, text.value);
  }

  function put(value) {
    text.value = value;
    text.setSelectionRange(value.length, value.length);
    keep();
    fit();
  }

  function submit() {
    const typed = text.value.trim();
    if (!typed) return;
    memory.type(typed);
    recalled = 0;
    put('');
    suggest.hide();
    send(typed);
  }

  // Only where the caret can go no further: within several lines the arrow moves between them.
  function recall(event) {
    const back = event.key === 'ArrowUp';
    const stuck = back ? text.selectionEnd === 0 || recalled > 0 || !text.value : recalled > 0;
    if (!stuck || event.shiftKey || text.value.includes('\n')) return false;
    const typed = memory.typed;
    const next = Math.min(Math.max(recalled + (back ? 1 : -1), 0), typed.length);
    if (next === recalled) return true;
    if (recalled === 0) typing = text.value;
    recalled = next;
    put(recalled === 0 ? typing : typed[typed.length - recalled]);
    suggest.hide();
    return true;
  }

  text.addEventListener('keydown', event => {
    if (event.isComposing) return;
    const arrow = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    let done = false;
    if (arrow && event.altKey) {
      otherChannel(event.key === 'ArrowUp' ? -1 : 1);
      done = true;
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      submit();
      done = true;
    } else if (suggest.key(event)) {
      done = true;
    } else if (arrow && !event.ctrlKey && !event.metaKey) {
      done = recall(event);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      submit();
      done = true;
    }
    if (done) event.preventDefault();
  });
  text.addEventListener('input', () => {
    recalled = 0;
    keep();
    fit();
    suggest.show();
  });
  text.addEventListener('blur', () => suggest.hide());
  $('composer').addEventListener('submit', event => {
    event.preventDefault();
    submit();
    text.focus();
  });
  fit();

  return {
    focus: () => text.focus(),
    get empty() { return text.value.trim() === ''; },
    /** Puts a text in, to be looked at and sent. */
    offer(value) {
      text.focus();
      put(value);
      suggest.hide();
    },
    /** The commands have come: what is being typed may be completed after all. */
    complete() {
      if (document.activeElement === text && text.value) suggest.show();
    },
    /** Another channel is open: what was being typed there comes back. */
    enter(name) {
      text.setAttribute('aria-label', `Message to #${name}`);
      if (name === channel) return;
      channel = name;
      recalled = 0;
      put(memory.draft(name));
      suggest.hide();
    },
  };
}
