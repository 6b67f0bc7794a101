import type { Notice } from '../lib/notices';
import { counted } from '../lib/text';

const sentences = {
  woken: 'noticeWoken',
  joined: 'noticeJoined',
  repaired: 'noticeRepaired',
  mended: 'noticeMended',
  changed: 'noticeChanged',
  unkept: 'noticeUnkept',
} as const;

/** What happened while nobody looked, in a sentence each. */
export function noticesText(notices: readonly Notice[]): string {
  return notices.map(({ kind, count }) => counted(sentences[kind], count)).join(' ');
}
