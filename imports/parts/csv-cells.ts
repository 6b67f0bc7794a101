import { mostTags } from './entry';
import { initialsLast, joinedName, spokenName } from './names';

/** A row's cells by the names of their columns, in small letters. */
export type Cells = ReadonlyMap<string, string>;

/** People parted by semicolons: `Last, First; {Group}; First Last`. */
export function peopleIn(text: string | undefined): string[] {
  return (text ?? '')
    .split(/;\s*/)
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => {
      const group = /^\{(.*)\}$/.exec(name)?.[1];
      if (group !== undefined) return joinedName({ literal: group });
      return name.includes(',') ? name : groupOrPerson(name);
    });
}

/** In a list of `Last, First`, one without a comma is a group's name. */
function groupOrPerson(name: string): string {
  return /\b(?:team|group|collaboration|consortium|lab|labs|institute)\b/i.test(name) ||
    !/\s/.test(name)
    ? name
    : spokenName(initialsLast(name));
}

/** Tags parted by semicolons; one that holds a semicolon stands in quotes. */
export function listIn(text: string | undefined): string[] {
  const found = (text ?? '').matchAll(/\s*(?:"((?:[^"]|"")*)"|([^;]+))\s*(?:;|$)/g);
  const names: string[] = [];
  for (const [, quoted, plain] of found) {
    names.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (names.length > mostTags) break;
  }
  return names;
}
