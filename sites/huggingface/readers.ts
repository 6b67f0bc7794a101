import type { PageKind } from '../site';
import { day } from './day';
import { month } from './month';
import { paper } from './paper';
import { search } from './search';
import { trending } from './trending';
import { week } from './week';

/** How Hugging Face's pages are read. A new page kind is one file, one line in `pages.ts` and one here. */
export const readers: readonly PageKind[] = [day, week, month, trending, search, paper];
