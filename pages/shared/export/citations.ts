import { bareCitation } from '../../../exports/along';
import { bibtex } from '../../../exports/formats/bibtex';
import type { OutgoingPaper } from '../../../exports/outgoing';
import { copyWhenMade } from '../../../lib/copy-when-made';
import { pause } from '../../../lib/slices';
import { counted, text } from '../../../lib/text';
import type { PaperId } from '../../../papers/paper';
import { readOutgoing } from '../../../store/export/read';
import { citationFormNames } from '../../../wording/formats';
import type { StoredChoice } from './choice';

/** How many citations are made before the page gets its turn, and how long a citation is told at most. */
const [atOnce, mostTold] = [10, 160] as const;

/**
 * Copies citations of papers, without anything of the reader's own. Call within a click or key.
 * @param now ms since the epoch.
 * @returns What was copied, in a sentence; `undefined` where none of them is stored.
 * @throws StoreError; DOMException when the browser allows no copying.
 */
export async function copyCitations(
  ids: readonly PaperId[],
  { citation: form, keyPattern }: Pick<StoredChoice, 'citation' | 'keyPattern'>,
  now: number,
): Promise<string | undefined> {
  const making = made(ids, { citation: form, keyPattern }, now);
  await copyWhenMade(making.then((citations) => citations?.words));
  const citations = await making;
  if (!citations) return undefined;
  const { papers, words } = citations;
  if (papers.length > 1)
    return counted('saidCitationsCopied', papers.length, text(citationFormNames[form]));
  const told = form === 'bibtex' ? (papers[0]?.citationKey ?? '') : words;
  return text('saidCitationCopied', text(citationFormNames[form]), shortened(told));
}

/** Citations as one text, and of which papers. */
interface Citations {
  readonly papers: readonly OutgoingPaper[];
  readonly words: string;
}

async function made(
  ids: readonly PaperId[],
  { citation: form, keyPattern }: Pick<StoredChoice, 'citation' | 'keyPattern'>,
  now: number,
): Promise<Citations | undefined> {
  const papers: OutgoingPaper[] = [];
  const how = { along: bareCitation, ...(form === 'bibtex' ? { keyPattern } : {}) };
  for await (const page of readOutgoing(ids, how, now)) papers.push(...page);
  if (!papers.length) return undefined;
  return {
    papers,
    words: form === 'bibtex' ? await bibtexOf(papers, now) : await linesOf(papers, form),
  };
}

async function bibtexOf(papers: readonly OutgoingPaper[], now: number): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of bibtex.write([papers], { title: '', now }))
    if (typeof piece === 'string') pieces.push(piece);
  return pieces.join('');
}

async function linesOf(
  papers: readonly OutgoingPaper[],
  style: Exclude<StoredChoice['citation'], 'bibtex'>,
): Promise<string> {
  const { formattedCitations } = await import('../../../exports/citation');
  const lines: string[] = [];
  for (let at = 0; at < papers.length; at += atOnce) {
    lines.push(formattedCitations(papers.slice(at, at + atOnce), style, text('locale')));
    await pause();
  }
  return lines.join('\n');
}

function shortened(words: string): string {
  const characters = [...words];
  return characters.length <= mostTold
    ? words
    : `${characters
        .slice(0, mostTold - 1)
        .join('')
        .trimEnd()}…`;
}
