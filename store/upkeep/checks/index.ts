import type { Check } from '../check';
import { actions, decisions } from './done';
import { papers, past, tombstones } from './papers';
import { searchTexts } from './search-texts';
import { sums } from './sums';

/** All that always holds in the store; what others are derived from comes before them. */
export const checks: readonly Check[] = [
  papers,
  tombstones,
  past,
  sums,
  actions,
  decisions,
  searchTexts,
];
