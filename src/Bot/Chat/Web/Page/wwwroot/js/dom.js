// Elements without strings: whatever is put in as text stays text.

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
  return holder;
}

/** A row of buttons that type commands. */
export function buttons(list, run) {
  return make('div', { class: 'buttons' }, ...list.map(({ label, command, look }) =>
    make('button', { type: 'button', class: `button ${look}`, title: command, onclick: event => run(command, event.currentTarget) }, label)));
}

/** Says something to those who listen to the page. */
export function say(text) {
  $('said').textContent = '';
  requestAnimationFrame(() => { $('said').textContent = text; });
}
