import type { PageKind } from '../site';
import { abs } from './abs';
import { author } from './author';
import { html } from './html';
import { list } from './list';
import { newKind } from './new';
import { search } from './search';

/** How arXiv's pages are read. A new page kind is one file, one line in `pages.ts` and one here. */
export const readers: readonly PageKind[] = [newKind, list, search, author, abs, html];
