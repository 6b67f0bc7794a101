import type { Examples, PageKind } from '../site';
import { readDigest } from './digest';
import { dayPage } from './pages';

/** See `Examples`. @public */
export const examples: Examples = {
  examples: [
    'https://huggingface.co/papers',
    'https://huggingface.co/papers/',
    'https://huggingface.co/papers#main',
    'https://huggingface.co/papers?q=',
    'https://huggingface.co/papers/date/2026-03-27',
    'https://huggingface.co/papers/date/2026-03-27/',
    'https://huggingface.co/papers/date/2026-03-27?utm_source=mail',
    'https://huggingface.co/papers?date=2024-08-01',
  ],
  counterexamples: [
    'https://huggingface.co/papers/date',
    'https://huggingface.co/papers/date/2026-13-27',
    'https://huggingface.co/papers/date/2026-03-27/extra',
    'https://huggingface.co/papers-with-code',
    'https://huggingface.co/papers?q=date&date=2024-08-01',
    'https://huggingface.co/papers/date/2026-03-27?q=world',
    'https://huggingface.co/datasets/papers',
    'https://huggingface.co/api/daily_papers?date=2026-03-27',
    'https://hf.example/papers/date/2026-03-27',
  ],
};

/** One day's list. `/papers` alone goes to the period last viewed, so what it shows is known only once it is read. */
export const day: PageKind = { ...dayPage, placement: 'corner', read: readDigest };
