import type { Examples, PageKind } from '../site';
import { readDigest } from './digest';
import { monthPage } from './pages';

/** See `Examples`. @public */
export const examples: Examples = {
  examples: [
    'https://huggingface.co/papers/month/2026-03',
    'https://huggingface.co/papers/month/2025-12/',
  ],
  counterexamples: [
    'https://huggingface.co/papers/month/2026-03?q=world',
    'https://huggingface.co/papers/month',
    'https://huggingface.co/papers/month/2026-13',
    'https://huggingface.co/papers/month/2026-03-27',
    'https://huggingface.co/papers/week/2026-W03',
  ],
};

/** One month's list. */
export const month: PageKind = { ...monthPage, placement: 'corner', read: readDigest };
