import { browser } from './browser';

/** What happens while nobody looks and is worth a sentence later. */
export const noticeKinds = ['woken', 'joined', 'repaired', 'mended', 'changed', 'unkept'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Something that happened and was not told yet. */
export interface Notice {
  readonly kind: NoticeKind;
  /** The last time it happened, in ms since the epoch. */
  readonly at: number;
  /** How many papers, or things, since it was last told. */
  readonly count: number;
}

const keyOf = (kind: NoticeKind) => `notice:${kind}`;

/** Keeps a notice until it is told; one of the same kind that waits is added to. */
export async function addNotice(kind: NoticeKind, count: number, at: number): Promise<void> {
  if (count <= 0) return;
  const waiting = (await readNotices()).find((notice) => notice.kind === kind);
  await browser.storage.local.set({
    [keyOf(kind)]: { at, count: count + (waiting?.count ?? 0) },
  });
}

/** The notices that wait, which then wait no longer: whoever takes them tells them. */
export async function takeNotices(): Promise<Notice[]> {
  const notices = await readNotices();
  await browser.storage.local.remove(notices.map(({ kind }) => keyOf(kind)));
  return notices;
}

/** Calls back whenever a notice is there to be taken, until the signal aborts. */
export function onNotice(callback: () => void, signal?: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'local' && noticeKinds.some((kind) => changes[keyOf(kind)]?.newValue)) callback();
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

/** Damaged ones are no notices. */
async function readNotices(): Promise<Notice[]> {
  const stored = await browser.storage.local.get(noticeKinds.map(keyOf));
  return noticeKinds.flatMap((kind) => {
    const { at, count } = (stored[keyOf(kind)] ?? {}) as { at?: unknown; count?: unknown };
    const isWhole = typeof at === 'number' && typeof count === 'number' && count > 0;
    return isWhole ? [{ kind, at, count }] : [];
  });
}
