/** The groups that entries are in, by key in lower case. */
export type Groups = ReadonlyMap<string, readonly string[]>;

/** How much of a list of groups is read, in characters. */
const mostGroups = 1_000_000;

/**
 * Finds the groups that a file keeps beside its entries: JabRef's explicit ones, before its version 3.8 put a field into each
 * entry (https://docs.jabref.org/finding-sorting-and-cleaning-entries/groups), and BibDesk's static ones, a property list.
 */
export function groupsIn(text: string): Groups {
  const groups = new Map<string, string[]>();
  const add = (name: string, keys: readonly string[]): void => {
    for (const key of keys.map((one) => one.trim().toLowerCase()).filter(Boolean))
      groups.set(key, [...(groups.get(key) ?? []), name]);
  };
  for (const [name, ...keys] of explicitGroups(commentIn(text, 'jabref-meta: groupstree:')))
    if (name) add(name, keys);
  for (const [name, keys] of staticGroups(commentIn(text, 'BibDesk Static Groups{')))
    add(name, keys.split(','));
  return groups;
}

/** What stands in a comment behind some words, up to the next entry. */
function commentIn(text: string, words: string): string {
  const at = text.indexOf(words);
  if (at < 0) return '';
  const from = at + words.length;
  const end = text.indexOf('\n@', from);
  return text.slice(from, Math.min(end < 0 ? text.length : end, from + mostGroups));
}

/** `1 ExplicitGroup:name\;0\;key\;key\;;`, broken into lines anywhere. The number behind the name says how groups meet. */
function explicitGroups(tree: string): string[][] {
  return tree
    .replace(/[\r\n]+/g, '')
    .split(/(?<!\\);/)
    .flatMap((group) => {
      const told = /^\s*\d+ ExplicitGroup:(.*)$/.exec(group)?.[1];
      if (told === undefined) return [];
      const [name = '', , ...keys] = told.split('\\;');
      return [[name.replaceAll('\\', '').trim(), ...keys]];
    });
}

function staticGroups(list: string): (readonly [string, string])[] {
  return list.split('<dict>').flatMap((group) => {
    const told = (name: string) =>
      new RegExp(`<key>${name}</key>\\s*<string>([^<]*)</string>`).exec(group)?.[1];
    const [name, keys] = [told('group name'), told('keys')];
    return name && keys ? [[withoutEntities(name), withoutEntities(keys)] as const] : [];
  });
}

function withoutEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
