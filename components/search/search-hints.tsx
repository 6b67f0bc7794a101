import type { JSX } from 'preact';
import { type MessageKey, text } from '../../lib/text';
import type { Problem, ProblemKind } from '../../papers/query/query';

/** A whole search to make in place of one that found nothing. */
export interface Instead {
  /** The word that differs. */
  readonly text: string;
  readonly search: string;
}

const sentences = {
  unknownOperator: 'searchUnknownOperator',
  unknownValue: 'searchUnknownValue',
  missingValue: 'searchMissingValue',
  badDate: 'searchBadDate',
  badNumber: 'searchBadNumber',
  unclosedQuote: 'searchUnclosedQuote',
  noWord: 'searchNoWord',
  danglingOr: 'searchDanglingOr',
} as const satisfies Record<ProblemKind, MessageKey>;

/** What of a search was passed over and why, and what may have been meant. */
export function SearchHints(props: {
  readonly problems: readonly Problem[];
  readonly instead: readonly Instead[];
  readonly onSearch: (search: string) => void;
}): JSX.Element | null {
  const { problems, instead, onSearch } = props;
  if (problems.length === 0 && instead.length === 0) return null;
  return (
    <div class="hints" role="status">
      {problems.map(({ kind, operator = '', text: part, start }) => (
        <p key={start}>{text(sentences[kind], part, operator)}</p>
      ))}
      {instead.length > 0 && (
        <p>
          {text('searchInstead')}{' '}
          {instead.map(({ text: word, search }) => (
            <button key={search} type="button" class="link" onClick={() => onSearch(search)}>
              {word}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
