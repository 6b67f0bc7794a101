import { exportFormats } from '../../exports/formats';
import type { OutgoingPaper } from '../../exports/outgoing';

/** The file of a format, as bytes. */
export async function written(id: string, papers: readonly OutgoingPaper[]): Promise<Uint8Array> {
  const format = exportFormats.find((one) => one.id === id);
  if (!format) throw new Error(`No format ${id}`);
  const parts: Uint8Array[] = [];
  const context = { title: 'My papers', now: Date.UTC(2026, 2, 27) };
  for await (const part of format.write([papers], context))
    parts.push(typeof part === 'string' ? new TextEncoder().encode(part) : part);
  return new Uint8Array(Buffer.concat(parts));
}

/** The file of a format, as text. */
export async function text(id: string, papers: readonly OutgoingPaper[]): Promise<string> {
  // A byte order mark stays, since it is a part of the format.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await written(id, papers));
}

/** A paper with everything that can leave. */
export const whole: OutgoingPaper = {
  id: 'arxiv:2503.02130',
  aliases: ['doi:10.1000/a_b'],
  title: 'Forgetting BERT: 100% & $\\pi_0$',
  authors: ['Lin, Zhixuan', 'Xu Owen He', 'Pieter van der Berg', '{Gemini Team}', '小明'],
  venue: 'NeurIPS 2025',
  publishedAt: '2025-03-03',
  abstract: 'Own words, {braced} and_under.',
  organization: 'Mila',
  upvotes: 12,
  codeUrl: 'https://github.com/a/b',
  tags: ['long context', 'vision, language', 'a;b'],
  note: 'First:\n\n- **idea** & more\n\nER  - \nTY  - JOUR',
  status: 'reading',
  starred: true,
  savedAt: Date.UTC(2026, 2, 2, 7, 30),
  extra: {
    bibtex: { timestamp: '2019-01-01', 'bad name': 'x', title: 'another' },
    ris: { C7: 'kept', ER: 'never' },
    csl: { volume: '7', custom: { other: 1 } },
    papermemory: { futureField: { deep: true }, id: 'Arxiv-2503.02130' },
  },
};

/** A paper of which nothing is known. */
export const bare: OutgoingPaper = { id: 'custom:thing' };
