import { asHtml, asLinks, asMarkdown, titleAndLink } from '../../../exports/share';
import { copyText } from '../../../lib/clipboard';
import { counted } from '../../../lib/text';
import type { PaperId } from '../../../papers/paper';
import { recordsOf } from '../../../store/records/queries';
import type { LibraryService } from '../service';

/** Copies papers: their titles and addresses, or a list of them. Call within a click or key. */
export async function exportPapers(
  service: LibraryService,
  ids: readonly PaperId[],
  as: 'links' | 'markdown' | 'link',
): Promise<void> {
  await service.guard('read', async () => {
    await copy(ids, as);
    service.state.notice.value = { said: counted('saidCopied', ids.length) };
  });
}

async function copy(ids: readonly PaperId[], as: 'links' | 'markdown' | 'link'): Promise<void> {
  const papers = await recordsOf(ids);
  if (as === 'markdown') return copyText(asMarkdown(papers), asHtml(papers));
  if (as === 'links') return copyText(asLinks(papers), asHtml(papers));
  await copyText(papers.map((paper) => titleAndLink(paper)).join('\n\n'), asHtml(papers));
}
