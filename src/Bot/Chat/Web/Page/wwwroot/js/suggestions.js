import { $, make, say } from './dom.js';
import { complete } from './completion.js';

/** The list above the composer: shows completions, and lets arrows, Tab, Enter and the mouse take one. */
export function suggestions(text, sources, taken) {
  const box = $('suggest');
  const list = $('options');
  let state = { items: [], eager: false, command: null };
  let active = -1;

  function show(all = false) {
    if (text.selectionStart !== text.selectionEnd) return hide();
    state = complete(text.value.slice(0, text.selectionStart), sources.commands(), sources.incidents(), all);
    active = state.eager ? 0 : -1;
    const { command, items } = state;
    $('usage').replaceChildren(...(command ? [make('code', {}, command.usage), ` ${command.summary}`] : []));
    list.replaceChildren(...items.map((item, index) =>
      make('li', { role: 'option', id: `option-${index}`, onmousedown: event => { event.preventDefault(); take(index); } },
        make('code', {}, item.label), make('span', {}, item.detail))));
    box.hidden = !command && items.length === 0;
    if (items.length) say(`${items.length} completions`);
    mark();
  }

  function hide() {
    state = { items: [], eager: false, command: null };
    active = -1;
    box.hidden = true;
    list.replaceChildren();
    mark();
  }

  function mark() {
    [...list.children].forEach((item, index) => item.setAttribute('aria-selected', index === active));
    if (active >= 0) {
      text.setAttribute('aria-activedescendant', `option-${active}`);
      list.children[active].scrollIntoView({ block: 'nearest' });
    } else {
      text.removeAttribute('aria-activedescendant');
    }
  }

  function take(index) {
    const { from, insert } = state.items[index];
    const behind = text.value.slice(text.selectionStart);
    text.setRangeText(insert, from, text.selectionStart, 'end');
    if (behind.startsWith(' ') && insert.endsWith(' ')) text.setRangeText('', text.selectionStart, text.selectionStart + 1, 'end');
    taken();
    show();
  }

  /** Handles a key; true where it was for the list. */
  function key(event) {
    if (event.key === ' ' && event.ctrlKey) return show(true), true;
    if (event.key === 'Escape' && !box.hidden) return hide(), true;
    const count = state.items.length;
    if (!count) return false;
    switch (event.key) {
      case 'ArrowDown': active = (active + 1) % count; mark(); return true;
      case 'ArrowUp': active = (active <= 0 ? count : active) - 1; mark(); return true;
      case 'Tab':
        if (event.shiftKey) return false;
        take(Math.max(active, 0));
        return true;
      case 'Enter':
        if (active < 0) return false;
        take(active);
        return true;
      default: return false;
    }
  }

  return { show, hide, key };
}
