import { maxBagLength } from '../../papers/facts/extra';
import { addressIn } from './addresses';
import { plainCopy } from './objects';

/** Fields that tell where on the reader's disk something lies, and pictures: they are never kept, unless they are addresses. */
const private_ =
  /^(?:file|files|pdf|attachments?|localfile|local-url|bdsk-.*|cover|icon|l[1-4]|md|owner)$/i;

/** How many fields are looked at: more have no room in what may be kept. */
const mostFields = 4000;

/** How many fields are named that were too long to be kept. */
const mostTold = 20;

type Field = readonly [name: string, value: unknown];

/**
 * What has no home, as long as it may be (`maxBagLength`): the longest fields go first. No paths of the reader's disk, and
 * no addresses that run something.
 * @param given The entry's own fields, of which the first four thousand are looked at.
 * @param made Fields that are added to them.
 * @returns The bag, absent where nothing is left, and the names of fields that had no room.
 */
export function bagOf(
  given: Iterable<Field>,
  made: readonly Field[],
): {
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly dropped: readonly string[];
} {
  const all = [...given];
  const dropped = new Set(all.slice(mostFields, mostFields + 1).map(([name]) => name));
  const kept = [...all.slice(0, mostFields), ...made]
    .filter(([name, value]) => name !== '__proto__' && isSaid(value))
    .filter(([name, value]) => !isPath(value) && (!private_.test(name) || isAddress(value)))
    .filter(([, value]) => !isRunnable(value))
    .flatMap(([name, given]) => {
      const value = plainCopy(given);
      if (value === undefined) dropped.add(name);
      const length = (JSON.stringify(value)?.length ?? 0) + name.length + 4;
      return value === undefined ? [] : [{ name, value, length }];
    });
  let length = kept.reduce((sum, field) => sum + field.length, 2);
  for (const field of kept.toSorted((one, other) => other.length - one.length)) {
    if (length <= maxBagLength) break;
    length -= field.length;
    dropped.add(field.name);
  }
  const fields = kept.filter(({ name }) => !dropped.has(name));
  const told = [...dropped].slice(0, mostTold);
  if (!fields.length) return { dropped: told };
  return {
    fields: Object.fromEntries(fields.map(({ name, value }) => [name, value])),
    dropped: told,
  };
}

/** A place on a disk, as BibTeX writes it, too (`C\\:/…`). */
const path =
  /^\s*(?:\\url\s*\{\s*)?(?:file:|[a-z]\\?:[\\/]|\\\\[\w.-]+\\|~\/|\/(?:home|users|root|mnt|media|volumes|tmp|var|private)\/)/i;
/** Hosts that nobody else reaches. */
const nearHost = /^(?:localhost|127\..*|10\..*|192\.168\..*|\[::1\]|.*\.local(?:host)?)$/;

function isPath(value: unknown): boolean {
  return [value].flat().some((one) => typeof one === 'string' && path.test(one));
}

/** Addresses that run or show what is in them, and browsers' own; a browser passes over white space and control characters in them. */
const runnable = /^(?:(?:java|vb)script:|data:[^,]*\/|place:[^=]*=)/i;
/** Two words side by side are no JavaScript but where the first one is the language's own: `JavaScript: The Good Parts`. */
const prose =
  /^\s*javascript: (?!(?:async|await|case|class|const|delete|do|else|export|function|if|import|in|let|new|of|return|static|throw|try|typeof|using|var|void|while|with|yield)\b)\p{L}+ \p{L}/iu;

function isRunnable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string')
    return (
      runnable.test(value.slice(0, 100).replace(/[\s\p{Cc}]/gu, '')) &&
      !prose.test(value.slice(0, 100))
    );
  if (typeof value !== 'object' || value === null || depth > 3) return false;
  return Object.values(value).some((one) => isRunnable(one, depth + 1));
}

function isAddress(value: unknown): boolean {
  return [value].flat().every((one) => {
    const url = typeof one === 'string' ? addressIn(one) : undefined;
    return url !== undefined && !nearHost.test(url.hostname);
  });
}

function isSaid(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return !(Array.isArray(value) && value.length === 0);
}
