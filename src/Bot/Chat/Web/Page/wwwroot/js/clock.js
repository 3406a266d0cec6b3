// One clock: every time on the page names its zone. A channel's is its incident's, in which times typed without a zone are read.

const local = Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC';
const formats = new Map();

/** The zone of the reader's own clock, as the bot and the browser name it. */
export const own = { id: local, label: part({ id: local }, new Date(), 'short') };

/** `18:25`. */
export const clock = (at, zone) => format(zone, 'clock', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** `18:25 UTC`. */
export const zoned = (at, zone) => `${clock(at, zone)} ${labelAt(at, zone)}`;

/** `Saturday 28 November`. */
export const day = (at, zone) => format(zone, 'day', { weekday: 'long', day: 'numeric', month: 'long' }).format(at);

/** Whether two moments lie on one day there. */
export const sameDay = (a, b, zone) => date(a, zone) === date(b, zone);

/** Whether the reader's clock shows something else there and then. */
export const differs = (at, zone) => part(zone, at, 'longOffset') !== part(own, at, 'longOffset');

/** Everything about a moment: the date, the seconds, and the reader's clock where it shows something else. */
export function full(at, zone) {
  const there = `${day(at, zone)}, ${format(zone, 'seconds', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(at)} ${labelAt(at, zone)}`;
  return differs(at, zone) ? `${there} (${zoned(at, own)} by your clock)` : there;
}

// The bot's own label is today's; half a year away it is the other one.
function labelAt(at, zone) {
  return zone.label && part(zone, at, 'longOffset') === part(zone, new Date(), 'longOffset') ? zone.label : part(zone, at, 'short');
}

const date = (at, zone) => format(zone, 'date', { year: 'numeric', month: 'numeric', day: 'numeric' }).format(at);

function part(zone, at, style) {
  return format(zone, style, { timeZoneName: style }).formatToParts(at).find(({ type }) => type === 'timeZoneName').value;
}

function format(zone, name, options) {
  const key = `${zone.id} ${name}`;
  if (!formats.has(key)) formats.set(key, made(zone, options));
  return formats.get(key);
}

// A browser that does not know a zone's name shows the reader's clock rather than none.
function made(zone, options) {
  const language = options.timeZoneName ? 'en-US' : undefined;
  try {
    return new Intl.DateTimeFormat(language, { ...options, timeZone: zone.id });
  } catch {
    return new Intl.DateTimeFormat(language, { ...options, timeZone: local });
  }
}
