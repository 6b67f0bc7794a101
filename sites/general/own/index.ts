import type { OwnReader } from '../reading';
import { acm } from './acm';
import { ieee } from './ieee';
import { lingbuzz } from './lingbuzz';
import { cvf, neurips, pmlr } from './proceedings';
import { pubmed } from './pubmed';
import { scholar } from './scholar';
import { scienceDirect } from './science-direct';
import { semanticScholar } from './semantic-scholar';

/** Sites that the general readers alone do not read rightly. A new one is a file and a line here. */
export const ownReaders: readonly OwnReader[] = [
  scholar,
  acm,
  cvf,
  ieee,
  lingbuzz,
  neurips,
  pmlr,
  pubmed,
  scienceDirect,
  semanticScholar,
];
