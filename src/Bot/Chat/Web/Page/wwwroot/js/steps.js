import { $, make } from './dom.js';
import { memory } from './memory.js';

const steps = [
  { id: 'declare', what: 'Declare an incident', example: '/incident start Checkout returns 500s sev2 at:10m ago' },
  { id: 'note', what: 'Note what happened', example: '/timeline 5m ago Rolled back the checkout service' },
  { id: 'close', what: 'Close it once it is over', example: '/incident close' },
  { id: 'read', what: 'Read the postmortem', example: null },
];

const done = {
  declare: /^\/?incident\s+(start|declare|new|open)\b/i,
  note: /^\/(timeline\s+(?!(mark|edit|move|remove|undo)\b)|incident\s+(inc-\d+\s+)?note\b)/i,
  close: /^\/incident\s+(inc-\d+\s+)?close\b/i,
};

/** A first visitor's way from nothing to a postmortem; it ticks itself from what happens. */
export function firstSteps({ offer, open, renamed }) {
  let onScreen = false;

  function tick(id) {
    if (memory.stepsHidden || memory.steps.includes(id)) return;
    memory.steps = [...memory.steps, id];
    draw();
  }

  // Either may come first: the postmortem by the stream, or the answer to the command that closed.
  function readIfClosed() {
    if (onScreen && memory.steps.includes('close')) tick('read');
  }

  function draw() {
    const box = $('steps');
    box.hidden = memory.stepsHidden;
    if (memory.stepsHidden) return;
    const taken = memory.steps;
    const next = steps.find(step => !taken.includes(step.id));
    box.replaceChildren(
      make('div', { class: 'steps-head' },
        next
          ? make('p', {}, make('strong', {}, 'From nothing to a postmortem'), ` · step ${steps.indexOf(next) + 1} of ${steps.length}`)
          : make('p', { role: 'status' }, make('strong', {}, 'Done.'), ' Your next incident can be a real one: start it from any channel.'),
        memory.named ? null : nameField(),
        make('button', { type: 'button', class: 'quiet', onclick: () => { memory.stepsHidden = true; draw(); } }, next ? 'Skip' : 'Done')),
      make('ol', {}, ...steps.map((step, index) => item(step, index, taken.includes(step.id), step === next))));
  }

  function item(step, index, taken, next) {
    return make('li', { class: taken ? 'done' : next ? 'next' : null, 'aria-current': next ? 'step' : null },
      make('span', { class: 'tick' }, taken ? '✓' : `${index + 1}`),
      make('span', { class: 'what' }, step.what, taken && make('span', { class: 'unseen' }, ', done')),
      make('button', { type: 'button', class: `button${next ? ' primary' : ''}`, onclick: () => (step.example ? offer(step.example) : open()) },
        step.example ? 'Try it' : 'Open it'));
  }

  // Asked once; whoever does not answer is "you", and nothing waits for it.
  function nameField() {
    return make('label', { class: 'asked' }, 'Your name', make('input', { placeholder: memory.name, maxlength: 80, autocomplete: 'nickname', onchange: rename }));
  }

  function rename(event) {
    memory.name = event.target.value;
    $('name').value = memory.name;
    renamed();
    draw();
  }

  $('name').value = memory.name;
  $('name').addEventListener('change', rename);
  draw();

  return {
    /** Something was done by typing this. */
    typed(text) {
      for (const [id, words] of Object.entries(done)) if (words.test(text)) tick(id);
      readIfClosed();
    },
    /** A postmortem was on the screen. */
    read() {
      onScreen = true;
      readIfClosed();
    },
  };
}
