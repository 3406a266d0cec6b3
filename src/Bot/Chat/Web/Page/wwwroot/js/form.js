import { $, buttons, fragment, make } from './dom.js';
import { memory } from './memory.js';

/**
 * Asks a form in a dialog. What is filled in is kept until it is sent or discarded: a refused answer, Escape and a reload lose nothing.
 * @param {object} form As the bot sent it.
 * @param {string} why What the bot says to it, HTML.
 * @param {function} submit Sends the values; gives the bot's reply, or null where it was not sent.
 * @param {function} run Types a button's command.
 */
export function ask(form, why, submit, run) {
  const dialog = $('form');
  const name = form.command || form.title;
  const kept = memory.form(name);
  const wrong = make('div', { class: 'wrong', role: 'alert', hidden: true });
  const sender = make('button', { class: 'button primary', type: 'submit' }, form.submit);
  const discard = make('button', { class: 'button quiet discard', type: 'button', onclick: () => { memory.keepForm(name, {}); dialog.close(); } }, 'Discard');
  const fields = form.fields.map(one => field(one, kept[one.key]));
  const element = make('form', { method: 'dialog' },
    make('h2', { id: 'form-title' }, form.title),
    why && (fields.length === 0 || /\bclose$/.test(form.command)) && make('div', { class: 'why' }, fragment(why)),
    ...fields,
    wrong,
    make('div', { class: 'ends' }, discard, make('button', { class: 'button', type: 'button', onclick: () => dialog.close() }, 'Not yet'), sender));
  const values = () => Object.fromEntries([...new FormData(element)].filter(([, value]) => value.trim() !== ''));

  function keep() {
    const changed = form.fields.filter(({ key, value }) => (new FormData(element).get(key) ?? '') !== (value ?? ''));
    memory.keepForm(name, Object.fromEntries(changed.map(({ key }) => [key, new FormData(element).get(key)])));
    discard.hidden = changed.length === 0;
  }

  element.addEventListener('input', keep);
  element.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) element.requestSubmit();
  });
  element.addEventListener('submit', async event => {
    event.preventDefault();
    if (sender.ariaDisabled === 'true') return;
    sender.ariaDisabled = 'true';
    const reply = await submit(values());
    sender.ariaDisabled = null;
    // What could not be sent stays here and is kept.
    if (reply && !reply.refused) memory.keepForm(name, {});
    if (!reply?.refused) return dialog.close();
    wrong.replaceChildren(fragment(reply.html), buttons(reply.buttons, (command, button) => { dialog.close(); run(command, button); }));
    wrong.hidden = false;
  });
  dialog.replaceChildren(element);
  keep();
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

function field({ key, label, required, hint, choices, value, multiline }, kept) {
  const begun = kept ?? value ?? '';
  const common = { name: key, required, maxlength: 20000 };
  const control = choices?.length
    ? make('select', { name: key, required }, make('option', { value: '' }, required ? '' : 'not set'), ...choices.map(choice => make('option', { value: choice, selected: choice === begun }, choice)))
    : make(multiline ? 'textarea' : 'input', { ...common, type: multiline ? null : 'text', placeholder: hint });
  if (begun && !choices?.length) control.value = begun;
  return make('label', {}, make('span', {}, label, !required && make('small', {}, ' optional')), control);
}
