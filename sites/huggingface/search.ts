import type { Examples, PageKind } from '../site';
import { readDigest } from './digest';
import { searchPage } from './pages';

/** See `Examples`. @public */
export const examples: Examples = {
  examples: [
    'https://huggingface.co/papers?q=world%20models',
    'https://huggingface.co/papers?q=world+models',
    'https://huggingface.co/papers/?q=a',
    'https://huggingface.co/papers?date=2026-03-27&q=agents',
    'https://huggingface.co/papers/date/2026-03-27?q=agents',
    'https://huggingface.co/papers/week/2026-W13?q=agents',
    'https://huggingface.co/papers/month/2026-03?q=semantic',
    'https://huggingface.co/papers/month/2026-03/?utm_source=mail&q=semantic',
    'https://huggingface.co/papers/trending?q=agents#top',
  ],
  counterexamples: [
    'https://huggingface.co/papers?q=%20',
    'https://huggingface.co/papers/month/2026-03?q=',
    'https://huggingface.co/papers/month/2026-13?q=world',
    'https://huggingface.co/papers',
    'https://huggingface.co/models?q=world',
    'https://huggingface.co/papers/2503.02130?q=world',
  ],
};

/** What the site's own search finds, everywhere or in a period: cards with abstract and date, and a query in the address. */
export const search: PageKind = { ...searchPage, placement: 'corner', read: readDigest };
