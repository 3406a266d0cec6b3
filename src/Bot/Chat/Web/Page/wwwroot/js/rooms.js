// What the page knows of a channel.

export const newRoom = zone => ({ messages: new Map(), notes: [], more: false, loaded: false, loading: false, card: null, zone });

export const sorted = room => [...room.messages.values()].sort((a, b) => a.id - b.id);

/** Keeps the newer of two that crossed on their way. */
export function keep(room, message) {
  if ((room.messages.get(message.id)?.revision ?? 0) < message.revision) room.messages.set(message.id, message);
}

/**
 * Keeps a message that arrived.
 * @returns `'out of sight'` where it is older than what is shown, `'changed'` where it was there or belongs in between, else the
 * message before it.
 */
export function arriving(room, message) {
  const messages = sorted(room);
  const last = messages.at(-1);
  const known = room.messages.has(message.id);
  if (!known && room.more && message.id < messages[0].id) return 'out of sight';
  keep(room, message);
  return known || (last && message.id < last.id) ? 'changed' : last;
}
