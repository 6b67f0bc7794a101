/** The groups that a file keeps beside its entries. */
export interface Groups {
  /** The groups that entries are in, by key in lower case. */
  readonly byKey: ReadonlyMap<string, readonly string[]>;
  /** Where each group that has a name of its own stands in the tree: `Thesis/Chapter 3`. */
  readonly paths: ReadonlyMap<string, string>;
}

/** How much of a list of groups is read, in characters. */
const mostGroups = 1_000_000;

/**
 * Finds the groups that a file keeps beside its entries: JabRef's explicit ones, before its version 3.8 put a field into each
 * entry (https://docs.jabref.org/finding-sorting-and-cleaning-entries/groups), and BibDesk's static ones, a property list.
 */
export function groupsIn(text: string): Groups {
  const byKey = new Map<string, string[]>();
  const add = (name: string, keys: readonly string[]): void => {
    for (const key of keys.map((one) => one.trim().toLowerCase()).filter(Boolean)) {
      const names = byKey.get(key);
      if (names) names.push(name);
      else byKey.set(key, [name]);
    }
  };
  const trees = ['jabref-meta: groupstree:', 'jabref-meta: grouping:'].flatMap((words) =>
    groupsOfTree(commentIn(text, words)),
  );
  for (const { path, keys } of trees) add(path, keys);
  for (const [name, keys] of staticGroups(commentIn(text, 'BibDesk Static Groups{')))
    add(name, keys.split(','));
  return { byKey, paths: pathsOf(trees) };
}

interface TreeGroup {
  readonly name: string;
  readonly path: string;
  readonly keys: readonly string[];
}

/** A name that two groups have tells of neither where it stands. */
function pathsOf(groups: readonly TreeGroup[]): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  const twice = new Set<string>();
  for (const { name, path } of groups) {
    if (paths.has(name)) twice.add(name);
    paths.set(name, path);
  }
  for (const name of twice) paths.delete(name);
  return paths;
}

/** What stands in a comment behind some words, up to the next entry. */
function commentIn(text: string, words: string): string {
  const at = text.indexOf(words);
  if (at < 0) return '';
  const from = at + words.length;
  const end = text.indexOf('\n@', from);
  return text.slice(from, Math.min(end < 0 ? text.length : end, from + mostGroups));
}

/**
 * `1 ExplicitGroup:name\;0\;key\;key\;;`, broken into lines anywhere; today `1 StaticGroup:name\;0\;…`, without keys. The first
 * number is the level, the one behind the name says how groups meet.
 */
function groupsOfTree(tree: string): TreeGroup[] {
  const above: string[] = [];
  return tree
    .replace(/[\r\n]+/g, '')
    .split(/(?<!\\);/)
    .flatMap((group) => {
      const [, level, kind, told = ''] = /^\s*(\d{1,3}) (\w+)Group:(.*)$/.exec(group) ?? [];
      if (level === undefined || kind === 'AllEntries') return [];
      const [first = '', , ...rest] = told.split('\\;');
      const name = first.replaceAll('\\', '').trim();
      if (!name) return [];
      above.length = Math.min(above.length, Number(level) - 1);
      above.push(name);
      const keys = kind === 'Explicit' ? rest : [];
      const isStored = kind === 'Explicit' || kind === 'Static';
      return isStored ? [{ name, path: above.join('/'), keys }] : [];
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
