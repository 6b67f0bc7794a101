import { wholePaper } from '../../exports/along';
import { defaultKeyPattern } from '../../exports/citation-keys';
import { joinImported } from '../../imports/plan/join';
import { type ImportPlan, planImport } from '../../imports/plan/plan';
import { readSources } from '../../imports/read';
import type { ImportedPaper } from '../../imports/types';
import { fileFormats, writeFile } from '../../pages/shared/export/write';
import { undoAction } from '../../store/actions/undo';
import { connection } from '../../store/database/connection';
import { savedIds } from '../../store/export/which';
import { lookUpIn, worksLike } from '../../store/imports/look-up';
import { importPapers } from '../../store/imports/write';
import { recordsOf } from '../../store/records/queries';
import { paperAt } from '../library/paper';
import { quiet, timed } from './in-page-bulk';

const options = { takesFolders: true, bringsBack: false };
const seed = 20_260_401;

/** What something took, and the longest that the page was kept from drawing meanwhile; in ms. */
export interface Watched {
  readonly ms: number;
  readonly longest: number;
}

let file = new Blob();
let entries: readonly ImportedPaper[] = [];
let plan: ImportPlan | undefined;
let brought: { readonly action: number; readonly ids: readonly string[] } | undefined;

/** An entry as reference managers write them; its id is nobody's of the made-up list. */
function entryOf(index: number, count: number): string {
  const { title = '', authors = [], abstract = '', publishedAt = '' } = paperAt(seed, index, count);
  const bare = (text: string) => text.replace(/[{}\\%]/g, ' ');
  return `@article{key${index},
  title = {${bare(title)}},
  author = {${authors.map((name) => `{${bare(name)}}`).join(' and ')}},
  abstract = {${bare(abstract)}},
  doi = {10.5555/bench.${index}},
  date = {${publishedAt.slice(0, 10)}},
  keywords = {one, two}
}
`;
}

/** Does some work beside a loop that asks for every frame. */
async function watched(work: () => Promise<unknown>): Promise<Watched> {
  let [longest, last, isOver] = [0, performance.now(), false];
  const onFrame = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) requestAnimationFrame(onFrame);
  };
  await new Promise((resolve) => requestAnimationFrame(resolve));
  last = performance.now();
  requestAnimationFrame(onFrame);
  const ms = await timed(work);
  isOver = true;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return { ms, longest: Math.max(longest, performance.now() - last) };
}

/** The tools for bringing in a file of another program. */
export const importBench = {
  /** Makes a BibTeX file with abstracts; resolves to its length in bytes. */
  async makeFile(count: number): Promise<number> {
    const parts = Array.from({ length: count }, (_, index) => entryOf(index, count));
    file = new Blob(parts);
    return file.size;
  },

  /** Reads the file. */
  parseFile(_run: number): Promise<Watched> {
    return watched(async () => {
      const found: ImportedPaper[] = [];
      for await (const one of readSources([{ name: 'bench.bib', blob: file }]))
        if (one.kind === 'paper') found.push(one);
      entries = found;
    });
  },

  /** Reads a file of 10,000 papers of the list in another format. */
  async parseAs(id: string): Promise<Watched> {
    const format = fileFormats.find((one) => one.id === id);
    if (!format) throw new Error(`No format ${id}`);
    const ids = (await savedIds()).slice(0, 10_000);
    const what = { along: wholePaper, keyPattern: defaultKeyPattern, title: 'All' };
    const blob = await writeFile({ ids, format, ...what }, Date.now());
    let count = 0;
    const result = await watched(async () => {
      for await (const { kind } of readSources([{ name: `bench.${format.extension}`, blob }]))
        if (kind === 'paper') count += 1;
    });
    if (count < ids.length) throw new Error(`only ${count} were read`);
    return result;
  },

  /** The same entries parsed by the browser, each as a line of JSON. */
  async bareParse(_run: number): Promise<number> {
    const lines = entries.map((entry) => JSON.stringify(entry));
    return timed(async () => lines.map((line) => JSON.parse(line)));
  },

  /** Nothing done for a while. */
  idle(ms: number): Promise<Watched> {
    return watched(() => new Promise((resolve) => setTimeout(resolve, ms)));
  },

  /** From the end of parsing to what importing would do. */
  async planFile(_run: number): Promise<Watched> {
    await quiet();
    return watched(async () => {
      const papers = await joinImported(entries);
      const how = { ...options, now: Date.now(), divider: '' };
      plan = await planImport(papers, lookUpIn(await worksLike(papers)), how);
    });
  },

  /** Every record read once. */
  async bareReadAll(_run: number): Promise<number> {
    const database = await connection();
    return timed(() => database.getAll('papers'));
  },

  /** Brings in what was planned. */
  async bringIn(_run: number): Promise<Watched> {
    await quiet();
    const chosen = (plan?.papers ?? []).map(({ entry }) => ({ entry }));
    let action = 0;
    const result = await watched(async () => {
      const outcome = await importPapers(chosen, options, Date.now());
      if (outcome.added !== chosen.length) throw new Error(`only ${outcome.added} came`);
      action = outcome.action ?? 0;
    });
    brought = { action, ids: chosen.map(({ entry }) => entry.paper.id) };
    return result;
  },

  /** Takes that back, and then puts the same rows of papers and details barely; the putting is timed. */
  async bareRows(_run: number): Promise<number> {
    if (!brought) throw new Error('Nothing was brought in');
    await quiet();
    const database = await connection();
    const papers = await recordsOf(brought.ids);
    const details = await Promise.all(papers.map(({ id }) => database.get('details', id)));
    await undoAction(brought.action, Date.now());
    await quiet();
    const ms = await timed(async () => {
      const transaction = database.transaction(['papers', 'details'], 'readwrite');
      for (const record of papers) void transaction.objectStore('papers').put(record);
      for (const row of details) if (row) void transaction.objectStore('details').put(row);
      await transaction.done;
    });
    const transaction = database.transaction(['papers', 'details'], 'readwrite');
    for (const { id } of papers) {
      void transaction.objectStore('papers').delete(id);
      void transaction.objectStore('details').delete(id);
    }
    await transaction.done;
    return ms;
  },
};
