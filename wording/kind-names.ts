import { type MessageKey, text } from '../lib/text';

const names: Readonly<Record<string, MessageKey>> = {
  'huggingface/day': 'kindHuggingfaceDay',
  'huggingface/week': 'kindHuggingfaceWeek',
  'huggingface/month': 'kindHuggingfaceMonth',
  'huggingface/trending': 'kindHuggingfaceTrending',
  'huggingface/search': 'kindHuggingfaceSearch',
  'huggingface/paper': 'kindHuggingfacePaper',
  'arxiv/abs': 'kindArxivAbs',
};

/** A page kind in the reader's words; one without a word yet has its own name. */
export function kindName(kind: string): string {
  const key = names[kind];
  return key ? text(key) : kind;
}
