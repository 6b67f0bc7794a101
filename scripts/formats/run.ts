import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outgoingPaper, wholePaper } from '../../exports/along';
import { exportFormats } from '../../exports/formats';
import type { OutgoingPaper } from '../../exports/outgoing';
import { generateLibrary } from '../library/generate';
import { type Check, checks, ran } from './programs';

/** How many made-up papers are written. */
const count = 500;

/** Papers with what is hard to write. */
const hard: readonly OutgoingPaper[] = [
  {
    id: 'doi:10.1000/a_b',
    title: 'A {BERT} of $x_1$ & 100 % <more>',
    authors: ['van der Berg, Pieter', '{Gemini Team and Friends}', '王, 小明'],
    venue: 'Proceedings of the 1st Workshop on Things',
    publishedAt: '2025-03-03',
    abstract: 'One \\ two {three',
    tags: ['vision, language', 'a;b'],
    note: '# Head\n\n- **idea**\n\nER  - \nTY  - JOUR\n]]>',
    status: 'reading',
    starred: true,
  },
  { id: 'url:https://example.org/a?b={c}', title: 'A page' },
];

async function someList(): Promise<OutgoingPaper[]> {
  const papers: OutgoingPaper[] = [];
  for await (const batch of generateLibrary({ seed: 7, count })) {
    const details = new Map(batch.details.map((one) => [one.id, one]));
    const notes = new Map(batch.notes.map((one) => [one.id, one]));
    for (const record of batch.papers) {
      const { id } = record;
      papers.push(
        outgoingPaper({ record, details: details.get(id), note: notes.get(id) }, wholePaper),
      );
    }
  }
  return [...papers, ...hard];
}

/**
 * Writes a list in each format and lets programs of others read what they can; says what came of it, and what is missing.
 * @returns Whether each program that is there found all papers and no fault.
 */
export async function checkFormats(say: (line: string) => void): Promise<boolean> {
  const papers = await someList();
  const folder = mkdtempSync(join(tmpdir(), 'offprint-formats-'));
  let isSound = true;
  try {
    for (const { id, extension, write } of exportFormats) {
      const pieces: (string | Uint8Array<ArrayBuffer>)[] = [];
      for await (const piece of write([papers], { title: 'A list', now: Date.UTC(2026, 10, 30) }))
        pieces.push(piece);
      const file = join(folder, `${id}.${extension}`);
      writeFileSync(file, Buffer.from(await new Blob(pieces).arrayBuffer()));
      for (const check of checks.filter(({ formats }) => formats.includes(id)))
        isSound = outcome(check, id, file, papers.length, say) && isSound;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return isSound;
}

function outcome(
  { program, read }: Check,
  id: string,
  file: string,
  wanted: number,
  say: (line: string) => void,
): boolean {
  if (!ran(program, ['--version'])) {
    say(`${id}: not read by ${program}, which is not installed`);
    return true;
  }
  const { found, faults } = read(file);
  const isRight = faults.length === 0 && (found === undefined || found === wanted);
  const counted = found === undefined ? 'sound' : `${found} of ${wanted} papers`;
  say(`${id}: ${program} finds ${[counted, ...faults].join('; ')}${isRight ? '' : ' — WRONG'}`);
  return isRight;
}
