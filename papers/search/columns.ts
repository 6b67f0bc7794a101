import type { PaperState } from '../paper';
import { firstDayOf } from '../query/dates';
import { comparisonIn } from '../query/values';
import { tagKey } from '../tag-key';
import type { Entry, Head } from './entry';

/** A condition that one column of a head meets by itself. */
export function holds(
  kind: 'tag' | 'site' | 'is' | 'has' | 'upvotes',
  text: string,
): (head: Head) => boolean {
  const line = `\n${kind === 'tag' ? tagKey(text) : text.toLowerCase()}`;
  switch (kind) {
    case 'tag':
      return ({ tags }) => includesLine(tags, line) || `\n${tags}`.includes(`${line}/`);
    case 'site':
      return ({ sites }) => includesLine(sites, line);
    case 'is':
      return being(text);
    case 'has':
      return having(text);
    case 'upvotes':
      return comparing(text);
  }
}

/** The condition `after:` or `before:`; the day is counted anew only when today is another one. */
export function dated(
  kind: 'after' | 'before',
  date: string,
): (entry: Entry, today: string) => 0 | 1 {
  let [known, day] = ['', ''];
  return ({ head }, today) => {
    if (known !== today) [known, day] = [today, firstDayOf(date, today) ?? ''];
    return head.date >= day === (kind === 'after') ? 1 : 0;
  };
}

/** The states that a value of `is:` names: `undecided` is new, or seen and neither put off nor missed. */
export function inStateOf(value: string): (state: PaperState) => boolean {
  return value === 'undecided'
    ? (state) => state === 'new' || state === 'seen'
    : (state) => state === value;
}

function being(what: string): (head: Head) => boolean {
  if (what === 'starred') return (head) => head.isStarred;
  if (what === 'queued') return (head) => head.queueAt > 0;
  const isMeant = inStateOf(what);
  return ({ state }) => isMeant(state);
}

function having(what: string): (head: Head) => boolean {
  if (what === 'code') return (head) => head.hasCode;
  return what === 'note' ? (head) => head.hasNote : (head) => head.tags !== '';
}

function comparing(text: string): (head: Head) => boolean {
  const { sign, count } = comparisonIn(text) ?? { sign: '>=', count: 0 };
  return ({ upvotes }) =>
    upvotes >= 0 &&
    ((sign.includes('=') && upvotes === count) ||
      (sign.startsWith('>') && upvotes > count) ||
      (sign.startsWith('<') && upvotes < count));
}

/** Tells whether a line stands among others; it begins with a line break. */
export function includesLine(lines: string, line: string): boolean {
  return lines !== '' && `\n${lines}\n`.includes(`${line}\n`);
}
