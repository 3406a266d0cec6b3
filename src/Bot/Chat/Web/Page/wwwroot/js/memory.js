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

// One text of many, by a name; an empty one is forgotten.
function remember(key, name, value) {
  const { [name]: _, ...others } = read(key, {});
  write(key, value ? { ...others, [name]: value } : others);
}

const mostTyped = 50;

export const memory = {
  get name() { return read('name', 'you'); },
  set name(name) { write('name', name.trim().replace(/^@+/, '') || 'you'); },

  get named() { return read('name', null) !== null; },

  /** The id of the newest message seen, by channel; what was there before the first visit is not new to anybody. */
  seen(channel) { return Math.max(read('seen', {})[channel] ?? 0, read('since', 0)); },
  see(channel, id) {
    const seen = read('seen', {});
    if ((seen[channel] ?? 0) < id) write('seen', { ...seen, [channel]: id });
  },
  /** The first visit: everything up to here is known. */
  begin(id) {
    if (read('since', null) === null) write('since', read('seen', null) === null ? id : 0);
  },

  /** What was typed, the newest last. */
  get typed() { return read('typed', []); },
  type(text) { write('typed', [...this.typed.filter(old => old !== text), text].slice(-mostTyped)); },

  /** What is being typed, by channel, until it is sent. */
  draft(channel) { return read('drafts', {})[channel] ?? ''; },
  keepDraft(channel, text) { remember('drafts', channel, text.trim() && text); },

  /** What is being filled in, by the form's command, until it is sent or discarded. */
  form(command) { return read('forms', {})[command] ?? {}; },
  keepForm(command, values) { remember('forms', command, Object.keys(values).length > 0 && values); },

  /** Whether a page may make a sound and show a notification. */
  get loud() { return read('loud', false); },
  set loud(loud) { write('loud', loud); },

  /** The first steps taken, and whether they are put away. */
  get steps() { return read('steps', []); },
  set steps(steps) { write('steps', steps); },
  get stepsHidden() { return read('stepsHidden', false); },
  set stepsHidden(hidden) { write('stepsHidden', hidden); },
};
