import { asHtml, asMarkdown } from '../../exports/share';
import { browser } from '../../lib/browser';
import { copyText } from '../../lib/clipboard';
import { counted } from '../../lib/text';
import type { PaperRecord } from '../../papers/record';
import { addressFor } from './address-for';
import type { DeckCommands } from './paper-commands';
import type { DeckService } from './service';

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
