import type { Examples, PageKind } from '../site';
import { readDigest } from './digest';
import { trendingPage } from './pages';

/** See `Examples`. @public */
export const examples: Examples = {
  examples: [
    'https://huggingface.co/papers/trending',
    'https://huggingface.co/papers/trending/',
    'https://huggingface.co/papers/trending?utm_source=mail',
  ],
  counterexamples: [
    'https://huggingface.co/papers/trending?q=world',
    'https://huggingface.co/papers?trending=1',
    'https://huggingface.co/papers/trending/week',
    'https://huggingface.co/trending',
  ],
};

/** The papers talked about most at the moment. */
export const trending: PageKind = { ...trendingPage, placement: 'corner', read: readDigest };
