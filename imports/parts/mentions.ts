import { arxivIdentity, doiIdentity, type Identity, identify } from '../../papers/identity';
import { unwrap } from '../../papers/unwrap';
import { addressIn } from './addresses';
import { hasLostDigit, isSound } from './ids';

/** Something in a text that names a paper, or may. */
export interface Mention {
  /** As it stands there, without what stands around it. */
  readonly text: string;
  /** Absent for an address that Offprint knows for no paper's. */
  readonly identity?: Identity;
  /** An arXiv id under its name that has lost a digit. */
  readonly isCut?: true;
}

const candidate =
  /https?:\/\/[^\s]+|(?<![\w@/.-])(?:[a-z\d-]+\.){1,4}[a-z]{2,6}\/[^\s]+|(?<![\w.])(?:doi[:\s]*)?10\.\d{4,9}\/[^\s]+|(?<!\p{L})arxiv[\s:]*(?:\d{4}\.\d{4,5}|[a-z-]{2,10}(?:\.[a-z]{2})?\/\d{7})(?:v\d{1,3})?(?![\p{L}\p{N}]|\.\d)/giu;
const alone =
  /^[\s*+>-]*(?:\d{4}\.\d{4,5}|[a-z-]{2,10}(?:\.[a-z]{2})?\/\d{7})(?:v\d{1,3})?[\s.,;]*$/i;

/** How much of a line is looked through at once, in characters. */
const mostLine = 100_000;

/** A line in pieces that are quickly looked through, none of which ends within a word. */
export function* piecesOf(line: string): Generator<string, void> {
  for (let from = 0; from < line.length; ) {
    const piece = line.slice(from, from + mostLine);
    const isLast = from + mostLine >= line.length;
    const end = isLast ? piece.length : /\s+\S*$/.exec(piece.slice(-2000))?.[0].length;
    const length = isLast || end === undefined ? piece.length : piece.length - end;
    yield piece.slice(0, length || piece.length);
    from += length || piece.length;
  }
}

/**
 * Finds links and ids in a line of text. A bare number counts only alone on its line or behind "arXiv"; what a
 * sentence or brackets put around a link is no part of it. Links to other pages are told without an identity.
 */
export function mentionsIn(line: string): Mention[] {
  if (alone.test(line)) {
    const text = line.replace(/^[\s*+>-]+|[\s.,;]+$/g, '');
    const identity = arxivIdentity(text);
    return identity && isSound(identity.id) ? [{ text, identity }] : [];
  }
  const found = line.slice(0, mostLine).match(candidate) ?? [];
  return found.flatMap((raw) => mentionOf(raw) ?? []);
}

function mentionOf(raw: string): Mention | undefined {
  const text = raw.startsWith('10.') || /^doi/i.test(raw) ? raw : unwrap(raw);
  const identity = identityOf(text);
  if (identity && isSound(identity.id)) return { text: unwrap(text) || text, identity };
  if (identity && hasLostDigit(identity.id)) return { text, isCut: true };
  return !identity && addressIn(text) ? { text } : undefined;
}

function identityOf(text: string): Identity | undefined {
  if (/^https?:\/\//i.test(text)) {
    const url = addressIn(text);
    return url && identify(url);
  }
  if (/^(?:doi|10\.)/i.test(text)) return doiIdentity(text);
  if (/^arxiv[\s:]*[\da-z-]+[./]?\d/i.test(text) && !/^arxiv\.org/i.test(text))
    return arxivIdentity(text);
  const url = addressIn(`https://${text}`);
  return url && identify(url);
}
