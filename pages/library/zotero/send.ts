import { wholePaper } from '../../../exports/along';
import type { ZoteroError, ZoteroErrorCode } from '../../../exports/zotero/connector';
import { type Sent, sendToZotero } from '../../../exports/zotero/send';
import { report } from '../../../lib/report';
import { counted, type MessageKey, number, text } from '../../../lib/text';
import type { PaperId } from '../../../papers/paper';
import { readOutgoing } from '../../../store/export/read';
import type { LibraryService } from '../service';

const reasons = {
  'not-running': 'zoteroNotRunning',
  'timed-out': 'zoteroTimedOut',
  'too-old': 'zoteroTooOld',
  'read-only': 'zoteroReadOnly',
  refused: 'zoteroRefused',
} as const satisfies Record<ZoteroErrorCode, MessageKey>;

/**
 * Sends papers to Zotero with what the reader wrote, shows how far that has come, and says what is there. Of those that were
 * selected the ones that are not there stay so.
 * @param asked Whether the browser allows it.
 * @throws StoreError
 */
export async function sendPapers(
  { state }: LibraryService,
  ids: readonly PaperId[],
  asked: Promise<boolean>,
): Promise<void> {
  const isAllowed = await asked.catch((error: unknown) => {
    report('zotero', error);
    return false;
  });
  if (!isAllowed) {
    state.notice.value = { said: text('zoteroNotAllowed') };
    return;
  }
  const stopping = new AbortController();
  const { signal } = stopping;
  const onProgress = (done: number) => {
    const said = text('zoteroSending');
    state.progress.value = { said, done, total: ids.length, stop: () => stopping.abort() };
  };
  onProgress(0);
  try {
    const papers = readOutgoing(ids, { along: wholePaper, signal }, Date.now());
    const sent = await sendToZotero(papers, { fetch: fetch.bind(globalThis), signal, onProgress });
    if (sent.error) report('zotero', sent.error);
    const there = new Set<PaperId>(sent.sent);
    const { selected } = state;
    selected.value = new Set([...selected.value].filter((id) => !there.has(id)));
    state.notice.value = { said: saidOf(sent, ids.length) };
  } finally {
    state.progress.value = undefined;
  }
}

/** What became of the papers, in sentences. */
function saidOf({ target, sent, untagged, unsure, error }: Sent, all: number): string {
  const where = target?.names.join(' › ') ?? '';
  const what =
    sent.length === all
      ? counted('zoteroSent', all, where)
      : text('zoteroPartly', number(sent.length), number(all), where);
  return [
    ...(sent.length > 0 ? [what] : []),
    ...(error ? [reasonOf(error)] : sent.length === 0 ? [text('zoteroStopped')] : []),
    ...(untagged > 0 ? [counted('zoteroUntagged', untagged)] : []),
    ...(unsure.length > 0 && target ? [counted('zoteroUnsure', unsure.length)] : []),
  ].join(' ');
}

function reasonOf({ code, detail }: ZoteroError): string {
  return text(reasons[code], detail);
}
