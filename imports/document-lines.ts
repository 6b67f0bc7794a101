import { sectionNames } from '../store/backup/sections';

/**
 * What can be read of a backup of version 1 or 2 that was cut off. It is one JSON document, written with a record a line.
 * @returns The document up to the last whole record, or `undefined` where the lines are no such document.
 */
export function documentLines(lines: readonly string[]): object | undefined {
  const [head = '', ...rest] = lines;
  const document = parsed(`${head.replace(/^\uFEFF/, '').replace(/,$/, '')}}`);
  if (!isObject(document) || document.format !== 'offprint-backup') return undefined;
  const sections: Record<string, unknown[]> = Object.fromEntries(
    sectionNames.map((name) => [name, []]),
  );
  let open: unknown[] | undefined;
  for (const line of rest) {
    const name = /^"(\w+)":\[$/.exec(line)?.[1];
    if (name !== undefined) {
      open = Object.hasOwn(sections, name) ? sections[name] : undefined;
      continue;
    }
    const record = parsed(line.replace(/,$/, ''));
    if (isObject(record)) open?.push(record);
  }
  return { ...document, ...sections };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
