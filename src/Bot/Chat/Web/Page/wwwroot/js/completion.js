// What may follow the words typed so far: a pure function of the text and the bot's own table of commands.

const shortest = 2;

/**
 * @param {string} before The text up to the caret.
 * @param {Array} commands From GET /api/commands.
 * @param {Array} incidents Channels with an incident.
 * @param {boolean} all Whether to offer everything that fits, not only what was begun.
 * @returns {{command, items: {label, detail, from, insert}[], eager: boolean}} `eager`: Enter takes the first item,
 * because the text is no command yet.
 */
export function complete(before, commands, incidents = [], all = false) {
  const nothing = { command: null, items: [], eager: false };
  const lead = before.length - before.trimStart().length;
  if (before[lead] !== '/' || before.includes('\n')) return nothing;
  const typed = before.slice(lead + 1);
  // An incident's id may stand before the verb; it does not change which verb it is.
  const [, root = '', id = '', rest = ''] = /^(\S+\s+)?(inc-\d+\s+)?(.*)$/is.exec(typed) ?? [];
  const words = (id ? root + rest : typed).toLowerCase();
  const command = known(words, commands);
  const names = commands.filter(({ name }) => name.startsWith(words) && name.length > words.length);
  const items = names.map(({ name, summary }) => ({
    label: '/' + name, detail: summary, from: lead, insert: `/${id ? name.replace(' ', ` ${id.trim()} `) : name} `,
  }));
  if (command) items.push(...within(command, words, before, incidents, all));
  return { command, items, eager: !command && items.length > 0 };
}

function known(words, commands) {
  let found = null;
  let length = 0;
  for (const command of commands) {
    for (const name of [command.name, ...command.aliases]) {
      if (name.length > length && (words + ' ').startsWith(name + ' ')) [found, length] = [command, name.length];
    }
  }
  return found;
}

function within(command, words, before, incidents, all) {
  const token = /\S*$/.exec(before)[0];
  const from = before.length - token.length;
  if (!/\s$/.test(before.slice(0, from))) return [];
  const begun = token.toLowerCase();
  const item = (label, detail, insert) => ({ label, detail, from, insert });
  const [, key, value] = /^([a-z-]+):(\S*)$/.exec(begun) ?? [];
  const option = key && command.options.find(option => option.key === key);
  if (option) {
    return option.choices.filter(choice => choice.startsWith(value) && choice !== value)
      .map(choice => item(`${key}:${choice}`, option.hint, `${key}:${choice} `));
  }
  if (!all && begun.length < shortest && begun !== '#') return [];
  const used = word => new RegExp(`(^|\\s)${word}`).test(words.slice(0, words.length - begun.length));
  const fits = word => word.startsWith(begun) && word !== begun;
  const severity = command.severities.filter(word => fits(word) && !used('sev\\d'));
  return [
    ...severity.map(word => item(word, '', word + ' ')),
    ...command.options
      .filter(({ key }) => fits(key + ':') && !used(key + ':') && !(key === 'severity' && command.severities.length) && key !== 'title')
      .map(({ key, hint }) => item(key + ':', hint, key + ':')),
    ...command.flags.filter(word => fits(word) && !used(word)).map(word => item(word, '', word + ' ')),
    ...command.kinds.filter(word => fits(word) && (all || begun.startsWith('#'))).map(word => item(word, '', word + ' ')),
    ...incidents.filter(({ incident }) => begun && fits(incident.toLowerCase()))
      .map(({ incident, title }) => item(incident, title, incident + ' ')),
  ];
}
