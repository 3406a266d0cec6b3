import { memory } from './memory.js';

const again = 2000;

/**
 * Follows what changes. The browser resumes by itself behind the last event it got; where it gives up, this starts
 * anew from there.
 */
export function follow({ hello, message, reload, state }) {
  let source;
  let revision = null;
  let timer;

  function open() {
    clearTimeout(timer);
    source?.close();
    const query = new URLSearchParams({ user: memory.name });
    if (revision !== null) query.set('after', revision);
    source = new EventSource(`/api/chat/events?${query}`);
    source.addEventListener('hello', event => {
      const first = revision === null;
      keep(event);
      state(true);
      hello(first);
    });
    source.addEventListener('message', event => {
      keep(event);
      message(JSON.parse(event.data));
    });
    source.addEventListener('reload', event => {
      keep(event);
      reload();
    });
    source.addEventListener('error', () => {
      state(false);
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, again);
    });
  }

  function keep(event) {
    if (event.lastEventId) revision = Number(event.lastEventId);
  }

  addEventListener('online', open);
  // A connection that is left open would keep the page from being kept while one looks elsewhere.
  addEventListener('pagehide', () => source.close());
  addEventListener('pageshow', event => { if (event.persisted) open(); });
  open();
  return { restart: open };
}
