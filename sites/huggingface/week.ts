import type { Examples, PageKind } from '../site';
import { readDigest } from './digest';
import { weekPage } from './pages';

/** See `Examples`. @public */
export const examples: Examples = {
  examples: [
    'https://huggingface.co/papers/week/2026-W13',
    'https://huggingface.co/papers/week/2020-W53/',
    'https://huggingface.co/papers/week/2026-W01?ref=mail',
  ],
  counterexamples: [
    'https://huggingface.co/papers/week/2026-W13?q=world',
    'https://huggingface.co/papers/week',
    'https://huggingface.co/papers/week/2026-13',
    'https://huggingface.co/papers/week/2026-W54',
    'https://huggingface.co/papers/week/2026-W13/extra',
    'https://huggingface.co/papers/date/2026-03-27',
  ],
};

/** One ISO week's list. */
export const week: PageKind = { ...weekPage, placement: 'corner', read: readDigest };
