import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { isObject, type Loose } from './objects';

/** A note's properties and what stands below them. */
export interface FrontMatter {
  readonly properties: Loose;
  readonly body: string;
  /** The line in which the body begins. */
  readonly bodyLine: number;
}

/** The longest properties, in characters. */
const most = 50_000;

/**
 * Reads the properties at the top of a note, between two lines of three hyphens. All of them are texts or lists of
 * texts, since YAML would make a number of an id and cut its zero.
 * @returns `undefined` where there are none; `broken` with the line where they cannot be read.
 */
export function frontMatterOf(
  text: string,
): FrontMatter | { readonly broken: true; readonly line: number } | undefined {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text)?.[0];
  if (opening === undefined) return undefined;
  const end = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;
  const rest = text.slice(opening.length, opening.length + most);
  const found = end.exec(rest);
  const isProperties = /^[ \t]*(?:#.*\r?\n\s*)*["']?[\w -]+["']?:(?:\s|$)/m.test(
    rest.slice(0, 500),
  );
  if (!found) return isProperties ? { broken: true, line: 2 } : undefined;
  const yaml = rest.slice(0, found.index);
  try {
    const properties = load(yaml, { schema: FAILSAFE_SCHEMA });
    if (!isObject(properties)) return undefined;
    const from = opening.length + found.index + found[0].length;
    const bodyLine = text.slice(0, from).split('\n').length;
    return { properties, body: text.slice(from), bodyLine };
  } catch (error) {
    const mark = isObject(error) && isObject(error.mark) ? error.mark.line : undefined;
    return { broken: true, line: typeof mark === 'number' ? mark + 2 : 2 };
  }
}
