// What this browser remembers. Private windows may refuse to; then it is forgotten with the page.

const fallback = new Map();

function read(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(`sitrep.${key}`)) ?? fallback.get(key) ?? otherwise;
  } catch {
    return fallback.get(key) ?? otherwise;
  }
}

function write(key, value) {
  fallback.set(key, value);
  try {
    localStorage.setItem(`sitrep.${key}`, JSON.stringify(value));
  } catch {
    // Kept for this page only.
  }
}

const mostTyped = 50;

export const memory = {
  get name() { return read('name', 'you'); },
  set name(name) { write('name', name.trim().replace(/^@+/, '') || 'you'); },

  get named() { return read('name', null) !== null; },

  /** The id of the newest message seen, by channel. */
  seen(channel) { return read('seen', {})[channel] ?? 0; },
  see(channel, id) {
    const seen = read('seen', {});
    if ((seen[channel] ?? 0) < id) write('seen', { ...seen, [channel]: id });
  },

  /** What was typed, the newest last. */
  get typed() { return read('typed', []); },
  type(text) { write('typed', [...this.typed.filter(old => old !== text), text].slice(-mostTyped)); },

  /** The first steps taken, and whether they are put away. */
  get steps() { return read('steps', []); },
  set steps(steps) { write('steps', steps); },
  get stepsHidden() { return read('stepsHidden', false); },
  set stepsHidden(hidden) { write('stepsHidden', hidden); },
};
