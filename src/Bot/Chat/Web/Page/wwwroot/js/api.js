import { own } from './clock.js';
import { memory } from './memory.js';

const patience = 15_000;

/** A request that failed; `final` where sending the same again cannot help. */
export class Failure extends Error {
  constructor(message, final = false) {
    super(message);
    this.final = final;
  }
}

export async function get(path, parameters = {}) {
  const query = new URLSearchParams({ ...parameters, user: memory.name });
  const answer = await fetch(`${path}?${query}`);
  if (!answer.ok) throw new Failure(`The bot answered ${answer.status}.`);
  return answer.json();
}

/** Sends a message. The same key may be sent again: it is done once. */
export async function send(channel, message, key) {
  let answer;
  try {
    answer = await fetch(`/api/chat/${encodeURIComponent(channel)}/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify({ user: memory.name, zone: own.id, ...message }),
      signal: AbortSignal.timeout(patience),
    });
  } catch (problem) {
    throw new Failure(problem.name === 'TimeoutError' ? 'The bot did not answer in time.' : 'The bot cannot be reached.');
  }
  if (answer.ok) return answer.json();
  const problem = await answer.json().catch(() => null);
  throw new Failure(problem?.detail ?? `The bot answered ${answer.status}.`, answer.status < 500 && answer.status !== 429);
}
