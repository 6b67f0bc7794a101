import type { JSX } from 'preact';
import { shortDay, text } from '../../../lib/text';
import { isAgain, type PaperRecord } from '../../../papers/record';
import type { Rule } from '../../../papers/rules/rule';
import { reasonText } from '../../../wording/rules';

/** What is told of why a paper may matter. */
export interface WhyProps {
  readonly paper: PaperRecord;
  /** By their ids. */
  readonly rules: ReadonlyMap<string, Rule>;
  readonly now: number;
}

/** The follow rules that match a paper, the one that mutes it, and that it was on a list before. */
export function Why({ paper, rules, now }: WhyProps): JSX.Element | null {
  const { matches = [], mutedBy = '', firstDay = '' } = paper;
  const followed = matches.flatMap((id) => rules.get(id) ?? []);
  const muting = rules.get(mutedBy);
  const again = isAgain(paper);
  const isGlimpsed = paper.state === 'seen';
  if (!followed.length && !muting && !again && !isGlimpsed) return null;
  return (
    <ul class="why" aria-label={text('deckWhyName')}>
      {followed.map((rule) => (
        <li key={rule.id} class="follows" dir="auto">
          {reasonText(rule)}
        </li>
      ))}
      {isGlimpsed && <li class="glimpsed">{text('deckGlimpsed')}</li>}
      {muting && <li dir="auto">{reasonText(muting)}</li>}
      {again && <li>{text('markAgain', shortDay(firstDay, now))}</li>}
    </ul>
  );
}
