import { backupExtension, backupFile } from '../../../exports/backup';
import { asHtml, asLinks, asMarkdown, titleAndLink } from '../../../exports/share';
import { browser } from '../../../lib/browser';
import { copyText } from '../../../lib/clipboard';
import { downloadFile } from '../../../lib/download';
import { counted } from '../../../lib/text';
import type { PaperId } from '../../../papers/paper';
import { readInPages } from '../../../store/backup/contents';
import { recordsOf } from '../../../store/records/queries';
import type { LibraryService } from '../service';
import type { ExportFormat } from './bulk-bar';

/** Takes papers along: on the clipboard, or as a file. */
export async function exportPapers(
  service: LibraryService,
  ids: readonly PaperId[],
  as: ExportFormat | 'link',
): Promise<void> {
  await service.guard('read', async () => {
    if (as === 'json') await download(ids);
    else await copy(ids, as);
    const key = as === 'json' ? 'saidDownloaded' : 'saidCopied';
    service.state.notice.value = { said: counted(key, ids.length) };
  });
}

async function copy(ids: readonly PaperId[], as: 'links' | 'markdown' | 'link'): Promise<void> {
  const papers = await recordsOf(ids);
  if (as === 'markdown') return copyText(asMarkdown(papers), asHtml(papers));
  if (as === 'links') return copyText(asLinks(papers), asHtml(papers));
  await copyText(papers.map((paper) => titleAndLink(paper)).join('\n\n'), asHtml(papers));
}

async function download(ids: readonly PaperId[]): Promise<void> {
  const app = browser.runtime.getManifest().version;
  const created = new Date().toISOString();
  const { blob } = await backupFile({ ...(await readInPages(ids)), app, created });
  const name = `offprint-${created.slice(0, 10)}-${ids.length}.${backupExtension}`;
  downloadFile(blob, name, blob.type);
}
