import { asHtml, asMarkdown } from '../../exports/share';
import { browser } from '../../lib/browser';
import { copyText } from '../../lib/clipboard';
import { counted, text } from '../../lib/text';
import type { PaperRecord } from '../../papers/record';
import type { Citing } from '../shared/export/citing';
import { addressFor } from './address-for';
import type { DeckCommands } from './paper-commands';
import type { DeckService } from './service';

/** What copying a citation needs of the deck. */
export function citingIn({ guard, state }: DeckService): Citing {
  return {
    guard,
    tell(said) {
      state.notice.value = { said, canUndo: false };
    },
  };
}

/** Opens the window in which papers are taken along: what was kept, or one of them. */
export function openExport({ state }: DeckService, papers: readonly PaperRecord[]): void {
  if (papers.length === 0) return;
  const ids = papers.map(({ id }) => id);
  const isTop = papers.length === 1 && papers[0] === state.current.value;
  const label = text(isTop ? 'takeThis' : 'takeKept');
  state.exporting.value = { scopes: [{ name: 'kept', label, ids: async () => ids }] };
}

/** Copies papers as a list in Markdown. Call within a click or key. */
export async function copyKept(
  service: DeckService,
  papers: readonly PaperRecord[],
): Promise<void> {
  await service.guard('read', async () => {
    await copyText(asMarkdown(papers), asHtml(papers));
    const said = counted('saidCopied', papers.length);
    service.state.notice.value = { said, canUndo: false };
  });
}

/** Opens papers in tabs behind this one, and notes that each was opened. */
export async function openAll(
  { service, commands }: { readonly service: DeckService; readonly commands: DeckCommands },
  papers: readonly PaperRecord[],
  now: number,
): Promise<void> {
  await service.guard('read', async () => {
    for (const paper of papers) {
      const url = addressFor(paper);
      if (!url) continue;
      await browser.tabs.create({ url, active: false });
      await commands.visited(paper.id, now);
    }
  });
}

/** Opens the page of the paper on top in a tab, and notes that. */
export async function openTop(
  service: DeckService,
  commands: Pick<DeckCommands, 'visited'>,
  now: number,
): Promise<void> {
  const paper = service.state.current.value;
  const url = paper && addressFor(paper);
  if (!url) return;
  await service.guard('read', () => browser.tabs.create({ url }));
  await commands.visited(paper.id, now);
}
