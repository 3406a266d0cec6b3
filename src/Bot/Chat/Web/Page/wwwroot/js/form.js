import { $, buttons, fragment, make } from './dom.js';

/**
 * Asks a form in a dialog. A refused answer keeps the dialog and what was filled in.
 * @param {object} form As the bot sent it.
 * @param {string} why What the bot says to it, HTML.
 * @param {function} submit Sends the values; gives the bot's reply, or null where it was not sent.
 * @param {function} run Types a button's command.
 */
export function ask(form, why, submit, run) {
  const dialog = $('form');
  const wrong = make('div', { class: 'wrong', role: 'alert', hidden: true });
  const sender = make('button', { class: 'button primary', type: 'submit' }, form.submit);
  const element = make('form', { method: 'dialog' },
    make('h2', { id: 'form-title' }, form.title),
    ...form.fields.map(field),
    wrong,
    make('div', { class: 'ends' }, make('button', { class: 'button', type: 'button', onclick: () => dialog.close() }, 'Cancel'), sender));
  if (why && form.fields.length === 0) element.children[0].after(make('div', { class: 'why' }, fragment(why)));
  element.addEventListener('submit', async event => {
    event.preventDefault();
    sender.disabled = true;
    const reply = await submit(Object.fromEntries([...new FormData(element)].filter(([, value]) => value.trim() !== '')));
    sender.disabled = false;
    if (!reply?.refused) return dialog.close();
    wrong.replaceChildren(fragment(reply.html), buttons(reply.buttons, (command, button) => { dialog.close(); run(command, button); }));
    wrong.hidden = false;
  });
  dialog.replaceChildren(element);
  if (!dialog.open) dialog.showModal();
  element.querySelector('input, textarea, select')?.focus();
}

/** Asks before something that one may not want. */
export function confirmed(label, command) {
  return new Promise(resolve => {
    const dialog = $('form');
    const finish = answer => { resolve(answer); dialog.close(); };
    dialog.replaceChildren(make('form', { method: 'dialog', onsubmit: event => { event.preventDefault(); finish(true); } },
      make('h2', { id: 'form-title' }, `${label}?`),
      make('p', { class: 'why' }, 'This types ', make('code', {}, command), ' for you.'),
      make('div', { class: 'ends' },
        make('button', { class: 'button', type: 'button', onclick: () => finish(false) }, 'Not yet'),
        make('button', { class: 'button primary', type: 'submit' }, label))));
    dialog.addEventListener('close', () => resolve(false), { once: true });
    dialog.showModal();
    dialog.querySelector('[type=submit]').focus();
  });
}

function field({ key, label, required, hint, choices, value, multiline }) {
  const common = { name: key, required, maxlength: 20000 };
  const control = choices?.length
    ? make('select', { name: key, required }, make('option', { value: '' }, required ? '' : 'not set'), ...choices.map(choice => make('option', { value: choice, selected: choice === value }, choice)))
    : make(multiline ? 'textarea' : 'input', { ...common, type: multiline ? null : 'text', placeholder: hint });
  if (value && !choices?.length) control.value = value;
  return make('label', {}, make('span', {}, label, !required && make('small', {}, ' optional')), control);
}
