import type { Status } from '../../papers/paper';

const spellings: Readonly<Record<Status, readonly string[]>> = {
  unread: [
    'unread',
    'to read',
    'to-read',
    'toread',
    'new',
    'not read',
    'not started',
    'not reading',
    'inbox',
    'todo',
    'later',
    'backlog',
    'want to read',
  ],
  reading: [
    'reading',
    'skimmed',
    'in progress',
    'in-progress',
    'started',
    'currently reading',
    'doing',
  ],
  read: ['read', 'done', 'finished', 'archive', 'archived', 'complete', 'completed'],
};

/** A status as other programs spell it, whatever the case. */
export function statusIn(text: string | undefined): Status | undefined {
  const plain =
    text
      ?.toLowerCase()
      .replace(/[_\s]+/g, ' ')
      // Tags, links and pictures are put around it.
      .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '') ?? '';
  return (Object.keys(spellings) as Status[]).find((status) => spellings[status].includes(plain));
}

/** Whether a mark such as `true`, `1`, `yes`, `x` is set; `undefined` where nothing is said. */
export function isSet(text: unknown): boolean | undefined {
  if (typeof text === 'boolean') return text;
  const plain = String(text ?? '')
    .trim()
    .toLowerCase();
  if (['true', '1', 'yes', 'y', 'x', 'rank5', '★'].includes(plain)) return true;
  return ['false', '0', 'no', 'n'].includes(plain) ? false : undefined;
}
