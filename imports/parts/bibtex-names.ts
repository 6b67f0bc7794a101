import { isGeneration } from '../../exports/outgoing';
import { latexText, splitOutsideBraces } from './latex';
import { joinedName, spokenName } from './names';

/** How much of a list of names is read, in characters: more than a paper may have. */
const mostNames = 100_000;

/** The names of an author field. */
export interface BibNames {
  readonly names: readonly string[];
  /** Whether it says more than they do: that there are others, or which part of a name is which. */
  readonly hasMore: boolean;
}

/**
 * Reads a list of names as BibTeX and BibLaTeX write them: `von Last, Jr, First`, `First von Last`, `{Group}`,
 * and the extended form `family=…, given=…, prefix=…`. Source: BibLaTeX manual 3.20, 2.3.3 and 3.7.
 */
export function bibNames(raw: string | undefined): BibNames {
  if (!raw) return { names: [], hasMore: false };
  const parts = splitOutsideBraces(raw.slice(0, mostNames), /(?<!\s)\s+and\s+/i).map((part) =>
    part.trim(),
  );
  const hasMore = parts.some(
    (part) => /^\{?others\}?$/i.test(part) || isExtended(part) || hasOtherSuffix(part),
  );
  const names = parts
    .filter((part) => part && !/^\{?others\}?$/i.test(part))
    .map(bibName)
    .filter(Boolean);
  return { names, hasMore };
}

function bibName(raw: string): string {
  if (/^\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}$/.test(raw) && isOneGroup(raw))
    return joinedName({ literal: latexText(raw) });
  const pieces = splitOutsideBraces(raw, /,\s*/);
  if (isExtended(raw)) return extended(pieces);
  if (pieces.length === 1) return spoken(raw);
  const [family = '', second = '', third] = pieces.map((piece) => latexText(piece));
  // A comma with nothing behind it holds the words of a group together.
  if (!third) return joinedName(second ? { family, given: second } : { literal: family });
  // Many write what stands behind a name behind it here, too: `Last, First, Jr`.
  return isGeneration(third) && !isGeneration(second)
    ? joinedName({ family, given: second, suffix: third })
    : joinedName({ family, given: third, suffix: second });
}

/** Whether a name has a suffix that nobody knows for one, as `PhD`, where the parts are not told apart by their order. */
function hasOtherSuffix(raw: string): boolean {
  const [, second = '', third] = splitOutsideBraces(raw, /,\s*/).map((piece) => latexText(piece));
  return !!third && !isGeneration(second) && !isGeneration(third);
}

function isExtended(raw: string): boolean {
  return /^\s*"?(?:family|given|prefix|suffix|useprefix|given-i|id)\s*=/i.test(raw);
}

/** `First von Last`, where a word in braces is one word. */
function spoken(raw: string): string {
  const words = splitOutsideBraces(raw, /(?:\s|~)+/).map((word) => latexText(word));
  const last = words.at(-1) ?? '';
  if (words.length < 2) return last;
  if (!/\s/.test(last)) return spokenName(words.join(' '));
  return joinedName({ family: last, given: words.slice(0, -1).join(' ') });
}

function extended(pieces: readonly string[]): string {
  const parts = new Map(
    pieces.map((piece) => {
      const [, name = '', value = ''] = /^"?([\w-]+)\s*=\s*(.*?)"?$/s.exec(piece.trim()) ?? [];
      return [name.toLowerCase(), latexText(value)];
    }),
  );
  const [family, given] = [parts.get('family'), parts.get('given')];
  return joinedName({ family, given, particle: parts.get('prefix'), suffix: parts.get('suffix') });
}

/** Tells whether the first brace is closed by the last one. */
function isOneGroup(raw: string): boolean {
  let depth = 0;
  for (let at = 0; at < raw.length - 1; at += 1) {
    if (raw[at] === '{') depth += 1;
    if (raw[at] === '}') depth -= 1;
    if (depth === 0) return false;
  }
  return true;
}
