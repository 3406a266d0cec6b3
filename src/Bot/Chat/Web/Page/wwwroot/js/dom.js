// Elements without strings: whatever is put in as text stays text.

import { own, zoned } from './clock.js';

const command = /^\/[a-z]+( |$)/;

export const $ = id => document.getElementById(id);

/** Makes an element; `on…` keys are listeners, false and null attributes are left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children.filter(child => child != null && child !== false));
  return element;
}

/** The server's fragments: it encodes whatever people typed, and the page's policy runs nothing inline. */
export function fragment(html) {
  const holder = make('div', { class: 'content' });
  holder.innerHTML = html;
  for (const channel of holder.querySelectorAll('[data-channel]')) {
    channel.setAttribute('role', 'link');
    channel.tabIndex = 0;
  }
  for (const link of holder.querySelectorAll('a[href]')) link.target = '_blank';
  for (const code of holder.querySelectorAll('code')) if (command.test(code.textContent)) code.replaceWith(suggested(code.textContent));
  for (const time of holder.querySelectorAll('time[datetime]')) {
    const at = new Date(time.dateTime);
    if (!time.textContent.endsWith(own.label)) time.title = `${zoned(at, own)} by your clock`;
  }
  return holder;
}

/** A command that the bot suggests: a click puts it into the composer, to be completed and sent. */
function suggested(text) {
  return make('button', { type: 'button', class: 'command', 'data-type': text.replace(/\s*…$/, ' '), title: 'Put it into the composer' }, text);
}

/** A row of buttons that type commands. */
export function buttons(list, run) {
  return make('div', { class: 'buttons' }, ...list.map(({ label, command, look }) =>
    make('button', { type: 'button', class: `button ${look}`, title: command, onclick: event => run(command, event.currentTarget) }, label)));
}

/** Puts the focus where it was before what held it was drawn anew: on the same control, else on the first one that is new. */
export function refocus(before, after) {
  const held = before.contains(document.activeElement) ? document.activeElement : null;
  if (!held) return () => {};
  return () => {
    const controls = [...after.querySelectorAll('button, a[href], [tabindex="0"]')].filter(control => !control.hidden);
    const same = controls.find(control => control.title === held.title && control.textContent === held.textContent);
    if (!same && controls.length === 0) after.tabIndex = -1;
    (same ?? controls.find(control => control.classList.contains('button')) ?? controls[0] ?? after).focus({ preventScroll: true });
  };
}

/** Says something to those who listen to the page. */
export function say(text) {
  $('said').textContent = '';
  requestAnimationFrame(() => { $('said').textContent = text; });
}
