import { wordsOf } from '../search/words';
import { cleanTags } from '../tags';
import { dateIn } from './dates';
import {
  hasValues,
  isOperator,
  isValues,
  type Operator,
  type Problem,
  type ProblemKind,
  type Query,
  type Term,
} from './query';
import { isBare, scan, type Token } from './scan';
import { comparisonIn, paperIdIn } from './values';

/** A search as understood, and what of it was not. */
export interface Parsed {
  readonly query: Query;
  readonly problems: readonly Problem[];
}

/**
 * Reads a search. Groups are joined by white space (all must match), the terms of a group by `OR`,
 * which binds closer: `a b OR c` is `a` and one of `b` and `c`.
 * @param text Anything; what cannot be understood is named and passed over. Never throws.
 */
export function parse(text: string): Parsed {
  return new Parser().read(text);
}

class Parser {
  readonly #groups: (readonly Term[])[] = [];
  readonly #problems: Problem[] = [];
  #inTitle = false;
  /** The last groups, which an `OR` goes on; several after a list of tags. */
  #chain: readonly (readonly Term[])[] = [];
  /** An `OR` that still wants its right side. */
  #or: Token | undefined;
  /** Whether the last piece was a term, so that an `OR` has a left side. */
  #hasLeft = false;

  read(text: string): Parsed {
    for (const token of scan(text, (piece) => paperIdIn(piece) !== undefined)) this.#take(token);
    if (this.#or) this.#complain('danglingOr', this.#or);
    return {
      query: { groups: this.#groups, inTitle: this.#inTitle },
      problems: this.#problems.sort((one, other) => one.start - other.start),
    };
  }

  #take(token: Token): void {
    if (isOr(token)) {
      if (this.#or || !this.#hasLeft) this.#complain('danglingOr', token);
      else this.#or = token;
      return;
    }
    if (!token.isClosed) this.#complain('unclosedQuote', token);
    const term = token.name === undefined ? this.#text(token) : this.#operator(token, token.name);
    if (term) this.#add(term.kind === 'tag' ? tagsOf(term) : [term]);
    else if (this.#or) this.#complain('danglingOr', this.#or);
    this.#or = undefined;
    this.#hasLeft = term !== undefined;
  }

  /** Adds what is asked for at once: all of it must hold, or with a minus before it not all of it may. */
  #add(terms: readonly Term[]): void {
    const choices = terms[0]?.not ? [terms] : terms.map((term) => [term]);
    const left = this.#or ? this.#chain : [[]];
    if (this.#or) this.#groups.splice(-left.length);
    this.#chain = left.flatMap((group) => choices.map((choice) => [...group, ...choice]));
    this.#groups.push(...this.#chain);
  }

  #text(token: Token): Term | undefined {
    const { value, not, isQuoted, isClosed } = token;
    if (isClosed && isBare(value.replaceAll(' ', '')) && paperIdIn(value) !== undefined)
      return { kind: 'id', text: value, not };
    if (!wordsOf(value).text) {
      if (value || isClosed) this.#complain('noWord', token);
      return undefined;
    }
    return { kind: isQuoted ? (isClosed ? 'phrase' : 'opening') : 'word', text: value, not };
  }

  #operator(token: Token, typed: string): Term | undefined {
    const name = typed.toLowerCase();
    if (!isOperator(name)) return this.#complain('unknownOperator', token);
    if (!token.value) return this.#complain('missingValue', token);
    if (name === 'in') {
      if (token.value.toLowerCase() !== 'title' || token.not)
        return this.#complain('unknownValue', token);
      this.#inTitle = true;
      return undefined;
    }
    const value = checked(name, token.value);
    if (typeof value !== 'string') return this.#complain(value.problem, token);
    return { kind: name, text: value, not: token.not };
  }

  #complain(kind: ProblemKind, { start, end, name, value }: Token): undefined {
    const operator = name === undefined ? {} : { operator: name };
    this.#problems.push({ kind, start, end, text: value, ...operator });
  }
}

/** The value in its one spelling, or why it is none. */
function checked(
  name: Exclude<Operator, 'in'>,
  value: string,
): string | { readonly problem: ProblemKind } {
  switch (name) {
    case 'is':
      return oneOf(isValues, value);
    case 'has':
      return oneOf(hasValues, value);
    case 'after':
    case 'before':
      return dateIn(value) ?? { problem: 'badDate' };
    case 'upvotes': {
      const comparison = comparisonIn(value);
      return comparison ? `${comparison.sign}${comparison.count}` : { problem: 'badNumber' };
    }
    case 'tag':
      return cleanTags([value]).length ? value : { problem: 'unknownValue' };
    case 'author':
    case 'org':
      return wordsOf(value).text ? value : { problem: 'unknownValue' };
    default:
      return value;
  }
}

/**
 * `tag:#rl` asks for the tag rl. One of a list, which no tag can be, asks for each of its tags: what
 * was once kept in a list or a rule goes on finding its papers.
 */
function tagsOf({ not, text }: Term): Term[] {
  return cleanTags([text]).map((name) => ({ kind: 'tag', text: name, not }));
}

function oneOf(values: readonly string[], value: string): string | { problem: ProblemKind } {
  return values.includes(value.toLowerCase()) ? value.toLowerCase() : { problem: 'unknownValue' };
}

function isOr({ value, not, name, isQuoted }: Token): boolean {
  return value === 'OR' && !not && name === undefined && !isQuoted;
}
