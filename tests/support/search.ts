import type { Paper } from '../../papers/paper';
import { SearchSession } from '../../store/search/session';
import { decide } from '../../store/words/decide';
import { sightOn } from './store';

/** Saves some papers, the later the newer. */
export async function save(...papers: readonly Paper[]): Promise<void> {
  await sightOn('2026-03-27', 1000, ...papers);
  for (const [index, { id }] of papers.entries()) await decide([id], 'unread', 2000 + index);
}

/** Waits until long texts are searched as well. */
export async function whole(session: SearchSession): Promise<void> {
  const changed = new Promise<void>((resolve) => session.onChange(resolve));
  await session.open();
  if ((await session.search(''))?.isWhole === false) await changed;
}

/** The ids that a search finds once everything is read. */
export async function found(
  text: string,
  session = new SearchSession(),
): Promise<readonly string[]> {
  await whole(session);
  return (await session.search(text))?.ids ?? ['ended'];
}
