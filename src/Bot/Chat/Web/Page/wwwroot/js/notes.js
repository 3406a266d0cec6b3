import { buttons, fragment, make } from './dom.js';

const tall = 1500;
const short = 400;

/** The bot's answer: only this page shows it, and only until it is put away. */
export function answerNote(typed, reply, run, edit) {
  const content = fragment(reply.html);
  content.classList.toggle('tall', reply.reply.length > tall);
  const row = buttons(reply.buttons, run);
  if (reply.refused) row.append(make('button', { type: 'button', class: 'button', onclick: () => { gone(note); edit(typed); } }, 'Edit'));
  const note = make('article', { class: `note${reply.refused ? ' refused' : ''}`, 'aria-label': 'Only visible to you' },
    make('p', { class: 'only' }, 'Only visible to you', make('code', {}, typed)),
    dismiss(() => gone(note)),
    make('div', { class: 'body' }, content),
    row);
  // A short confirmation gives way to the next answer; what one reads or must act on stays.
  if (!reply.refused && reply.reply.length < short) note.dataset.brief = '';
  return note;
}

/** A message that takes longer than one notices. */
export function waitingNote(typed) {
  return make('article', { class: 'note waiting' }, make('p', { class: 'only' }, 'Sending'), make('div', { class: 'body' }, typed));
}

/** A message that was not sent. Its text stays, and a retry is the same message. */
export function failedNote(typed, failure, { retry, edit }) {
  const act = (label, look, done) => make('button', { type: 'button', class: `button ${look}`, onclick: () => { gone(note); done(); } }, label);
  const note = make('article', { class: 'note refused', 'aria-label': 'Not sent' },
    make('p', { class: 'only' }, `Not sent. ${failure.message}`),
    dismiss(() => gone(note)),
    make('div', { class: 'body' }, typed),
    make('div', { class: 'buttons' }, !failure.final && act('Retry', 'primary', retry), act('Edit', '', edit)));
  return note;
}

/** Takes a note away for good: its channel does not show it again. */
export function gone(note) {
  note.dataset.gone = '';
  note.remove();
}

function dismiss(away) {
  return make('button', { type: 'button', class: 'quiet', 'aria-label': 'Dismiss', title: 'Dismiss', onclick: away }, '✕');
}
