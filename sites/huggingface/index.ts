import { digestMatches } from '../digest-matches';
import type { Site } from '../site';
import { day } from './day';
import { month } from './month';
import { paper } from './paper';
import { search } from './search';
import { trending } from './trending';
import { week } from './week';

/** Hugging Face Papers. A new page kind is one file and one line here. */
export const huggingface: Site = {
  name: 'huggingface',
  matches: digestMatches,
  kinds: [day, week, month, trending, search, paper],
};
