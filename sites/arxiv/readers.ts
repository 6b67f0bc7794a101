import type { PageKind } from '../site';
import { abs } from './abs';

/** How arXiv's pages are read. A new page kind is one file, one line in `pages.ts` and one here. */
export const readers: readonly PageKind[] = [abs];
