import { fold } from '../fold';
import { wordsOf } from '../search/words';
import { tagKey } from '../tag-key';
import { parse } from './parse';
import { hasValues, isOperator, isValues, type Operator, operators } from './query';
import { isBare, quote } from './scan';

/** What the reader's own library has to offer, the most used first. */
export interface CompletionContext {
  readonly tags?: readonly string[];
  readonly organizations?: readonly string[];
  readonly authors?: readonly string[];
  readonly sites?: readonly string[];
}

/** What may stand in place of the piece under the caret. */
export interface Completion {
  /** The whole piece, for example `tag:"world models"`; an operator ends with its colon. */
  readonly insert: string;
  /** The value or operator alone, as a list shows it; `typed` is the value that stands there. */
  readonly label: string;
  readonly kind: 'operator' | 'value' | 'typed';
}

/** The piece that a completion replaces, and what may come there. */
export interface Completions {
  readonly start: number;
  readonly end: number;
  readonly items: readonly Completion[];
}

const dates = ['yesterday', '7d', '2w', '1m', '3m', '1y'];

const examples: Readonly<Record<string, readonly string[]>> = {
  is: isValues,
  has: hasValues,
  in: ['title'],
  upvotes: ['>10', '>50', '>100'],
  after: dates,
  before: dates,
};

/**
 * What may be typed at the caret: operators that begin like the piece there, or values that begin
 * with what follows its colon and, of the reader's own, those that hold it. What stands there already is among them
 * wherever it is a value, so that choosing keeps it: first where it is one of those or means something by itself (a date,
 * a number), else last, since whoever types a part means the whole as a rule.
 * @param most How many are offered beside that.
 */
export function complete(
  text: string,
  caret: number,
  context: CompletionContext,
  most = 8,
): Completions {
  const { start, end } = pieceAt(text, caret);
  const typed = text.slice(start, caret);
  const [, sign = '', name, value = ''] = /^(-?)(?:(\p{L}+)[:：])?(.*)$/su.exec(typed) ?? [];
  const operator = name?.toLowerCase();
  if (operator === undefined)
    return { start, end, items: operatorsLike(value, sign).slice(0, most) };
  const items = isOperator(operator) ? valuesLike(operator, value, context, most) : [];
  return { start, end, items: items.map((item) => ({ ...item, insert: sign + item.insert })) };
}

function operatorsLike(typed: string, sign: string): Completion[] {
  if (!typed) return [];
  const wanted = typed.toLowerCase();
  return operators
    .filter((name) => name.startsWith(wanted) && !(sign && name === 'in'))
    .map((name) => ({ insert: `${sign}${name}:`, label: `${name}:`, kind: 'operator' }));
}

function valuesLike(
  name: Operator,
  part: string,
  context: CompletionContext,
  most: number,
): Completion[] {
  const typed = part.replace(/["“”„＂]/g, '');
  const item = (kind: 'value' | 'typed', value: string): Completion => ({
    insert: `${name}:${isBare(value) ? value : quote(value)}`,
    label: value,
    kind,
  });
  const key = keyOf(name);
  const wanted = key(typed);
  const values = valuesOf(name, context);
  const exact = values.find((value) => key(value) === wanted);
  const rest = values.filter((value) => key(value) !== wanted);
  const beginning = rest.filter((value) => key(value).startsWith(wanted));
  const holding = rest.filter((value) => !examples[name] && key(value).indexOf(wanted) > 0);
  const found = [...beginning, ...holding].slice(0, most).map((value) => item('value', value));
  if (found.length === 0) return [];
  if (exact !== undefined) return [item('value', exact), ...found];
  const own = item('typed', typed);
  if (!typed || parse(own.insert).problems.length > 0) return found;
  return examples[name] ? [own, ...found] : [...found, own];
}

/** How values are compared: names as the search compares words. */
function keyOf(name: string): (value: string) => string {
  if (name === 'tag') return tagKey;
  return name === 'author' || name === 'org' ? (value) => wordsOf(value).text : fold;
}

function valuesOf(name: string, context: CompletionContext): readonly string[] {
  const { tags = [], organizations = [], authors = [], sites = [] } = context;
  const own: Readonly<Record<string, readonly string[]>> = {
    tag: tags,
    org: organizations,
    author: authors,
    site: sites,
  };
  return own[name] ?? examples[name] ?? [];
}

/** The piece around the caret; white space within quotes belongs to it. */
function pieceAt(text: string, caret: number): { start: number; end: number } {
  let [start, isOpen] = [0, false];
  for (let at = 0; at < caret; at += 1) {
    const character = text[at] ?? '';
    if (/["“”„＂]/.test(character)) isOpen = !isOpen;
    else if (!isOpen && /\s/.test(character)) start = at + 1;
  }
  const rest = text.slice(caret);
  const length = rest.search(isOpen ? /["“”„＂]/ : /\s/);
  if (length === -1) return { start, end: text.length };
  return { start, end: caret + length + (isOpen ? 1 : 0) };
}
