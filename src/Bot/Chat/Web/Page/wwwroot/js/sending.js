// What is typed, clicked, filled in or picked goes to the bot; its answer comes back into the room.

import { send } from './api.js';
import { say } from './dom.js';
import { ask, confirmed } from './form.js';
import { answerNote, failedNote, gone, waitingNote } from './notes.js';

const noticeable = 700;

/**
 * @param {object} page What else there is: the `room`, the composer's `line`, the `sidebar`, the first `steps`; `go` opens a channel,
 * `soon` looks again at what may have changed.
 */
export function sending(page) {
  async function dispatch(channel, message, typed, key = crypto.randomUUID()) {
    const before = new Set(page.sidebar.all.map(({ name }) => name));
    let waiting;
    const timer = setTimeout(() => { waiting = waitingNote(typed); page.room.note(channel, waiting); }, noticeable);
    try {
      const reply = await send(channel, message, key);
      answer(channel, message, typed, reply, before);
      return reply;
    } catch (failure) {
      page.room.note(channel, failedNote(typed, failure, {
        retry: () => dispatch(channel, message, typed, key),
        edit: () => page.line.offer(typed),
      }));
      say(`Not sent. ${failure.message}`);
      return null;
    } finally {
      clearTimeout(timer);
      if (waiting) gone(waiting);
    }
  }

  function answer(channel, message, typed, reply, before) {
    if (reply.form) {
      const { form } = reply;
      const filled = values => (message.pick ? { ...message, values } : { form: form.command, values });
      ask(form, reply.html, values => dispatch(channel, filled(values), form.command || typed), run);
      return;
    }
    if (!reply.refused && reply.incident) page.steps.typed(typed);
    // A form that was refused shows why by itself, beside what was filled in.
    if ((message.form || message.values) && reply.refused) return;
    const opened = !reply.refused && reply.channel && !before.has(reply.channel);
    if (reply.reply) page.room.note(opened ? reply.channel : channel, answerNote(typed, reply, run, page.line.offer));
    if (opened) page.go(reply.channel);
    page.soon();
  }

  /** A button: its command, typed for whoever clicks. One that is being sent is not sent again, and keeps the focus. */
  async function run(command, button) {
    if (button.ariaDisabled === 'true') return;
    if (button.classList.contains('danger') && !asks(command) && !await confirmed(button.textContent, command)) return;
    button.ariaDisabled = 'true';
    await dispatch(page.room.current, { text: command }, command);
    button.ariaDisabled = null;
  }

  /** A message of the open channel becomes an entry of the timeline. */
  async function pick(message, button) {
    if (button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    await dispatch(message.channel, { pick: message.id }, 'Add to timeline');
    button.ariaDisabled = null;
  }

  return { dispatch, run, pick };
}

// It opens a form of its own, in which one can think again.
const asks = command => / ask$/.test(command);
