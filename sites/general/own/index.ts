import type { OwnReader } from '../reading';
import { acm } from './acm';
import { lingbuzz } from './lingbuzz';
import { pubmed } from './pubmed';
import { scholar } from './scholar';
import { scienceDirect } from './science-direct';

/** Sites that the general readers alone do not read rightly. A new one is a file and a line here. */
export const ownReaders: readonly OwnReader[] = [scholar, acm, lingbuzz, pubmed, scienceDirect];
