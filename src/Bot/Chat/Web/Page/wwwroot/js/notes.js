import { buttons, fragment, make } from './dom.js';
import { sorted } from './rooms.js';

const tall = 1500;
const short = 400;
const meanwhile = 3000;

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

/** The notes that are still there. */
export const shown = room => room.notes.filter(note => !('gone' in note.element.dataset));

/** Shows an answer at the end of a room; brief ones give way to it. `box` is null where the room is not on the screen. */
export function showNote(room, element, box, scroll) {
  const old = room.notes.filter(note => 'brief' in note.element.dataset || 'gone' in note.element.dataset);
  // Who clicked a button of the note that goes is taken along to the one that comes.
  const held = old.some(note => note.element.contains(document.activeElement));
  for (const note of old) note.element.remove();
  room.notes = room.notes.filter(note => !old.includes(note));
  room.notes.push({ element, since: Date.now(), after: sorted(room).at(-1)?.id ?? 0 });
  if (!box) return;
  box.querySelector('.empty')?.remove();
  box.append(element);
  if (held) focus(element);
  scroll.show(element);
}

/** Moves the newest answer behind a message that came of it. */
showNote.behind = (room, message, box) => {
  const answer = room.notes.at(-1);
  if (!answer || Date.now() - answer.since >= meanwhile || !answer.element.isConnected) return;
  answer.after = message.id;
  const held = answer.element.contains(document.activeElement) ? document.activeElement : null;
  box.append(answer.element);
  held?.focus({ preventScroll: true });
};

function focus(element) {
  const control = element.querySelector('.buttons .button');
  if (!control) element.tabIndex = -1;
  (control ?? element).focus({ preventScroll: true });
}

function dismiss(away) {
  return make('button', { type: 'button', class: 'quiet', 'aria-label': 'Dismiss', title: 'Dismiss', onclick: away }, '✕');
}
