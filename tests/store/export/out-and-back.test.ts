import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { exportFormats } from '../../../exports/formats';
import { urlOf } from '../../../exports/outgoing';
import messages from '../../../public/_locales/en/messages.json';
import { saveNote } from '../../../store/words/notes';
import { formatWords } from '../../../wording/formats';
import { fileOf, papersIn } from '../../support/imports';
import { fillReadingList } from '../../support/library';
import {
  bring,
  emptied,
  fileWith,
  headings,
  leaving,
  now,
  partBack,
} from '../../support/out-and-back';
import { useFreshStore } from '../../support/store';

useFreshStore();

const root = resolve(import.meta.dirname, '../../..');

/** Papers that came out somewhere, with what their own file says of them. */
const published = Array.from(
  { length: 30 },
  (
    _,
    at,
  ) => `@inproceedings{key${at}, title = {Published work ${at}: a {BERT} of $x_${at}$}, author = {Lovelace, Ada and {Gemini Team}},
  year = 20${10 + (at % 10)}, booktitle = {Proceedings of Things ${at}}, doi = {10.1000/a_${at}}, keywords = {{vision, language}, a-b},
  annote = {First:\n\n- **idea** ${at}\n- 5 \\% more}, readstatus = {read}, ranking = {rank5}, abstract = {Own words.}, pages = {1--9}}`,
).join('\n');

async function fill(): Promise<void> {
  await fillReadingList(200);
  await bring('published.bib', new Blob([published]), now - 86_400_000);
  await saveNote('doi:10.1000/a_0', '=1+1 is my sum.', Date.UTC(2027, 0), '—', Date.UTC(2027, 1));
}

function nameOf(id: string): string {
  const [name] = formatWords[id] ?? [];
  return name ? messages[name].message : id;
}

function cell(part: number): string {
  if (part === 1) return 'all';
  return part === 0 ? '–' : `${Math.floor(part * 100)} %`;
}

it('the table of what each format brings back is as it is', async () => {
  await fill();
  const before = await leaving(true);
  expect(before).toHaveLength(230);
  const columns: string[][] = [];
  for (const format of exportFormats) {
    const file = await fileWith(format, before);
    await emptied();
    await bring(`list.${format.extension}`, file);
    const after = await leaving();
    columns.push(Object.keys(headings).map((one) => cell(partBack(one, before, after))));
  }
  const rows = [
    ['', ...exportFormats.map(({ id }) => nameOf(id))],
    ['---', ...exportFormats.map(() => '---')],
    ...Object.keys(headings).map((one, at) => [one, ...columns.map((column) => column[at] ?? '')]),
  ];
  const table = rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const page = readFileSync(`${root}/docs/formats.md`, 'utf8');
  const [, kept = ''] = /<!-- out and back -->\n([\s\S]*?)\n<!-- end -->/.exec(page) ?? [];
  const plain = (text: string) => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---').trim();
  expect(plain(kept), `docs/formats.md should say:\n${table}`).toBe(plain(table));
}, 120_000);

/** Real files, which are no part of the repository. */
const samples = resolve(root, '../shared/formats');
const isThere = existsSync(samples);
if (!isThere) console.log(`What leaves again is not compared with samples: there is no ${samples}`);

type Memory = Record<string, Record<string, unknown>>;

/** As PaperMemory takes it: white space and the case of a DOI mean nothing, a tag is there once. */
function plain(name: string, value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify([...new Set(value)]);
  const text = typeof value === 'string' ? value.replace(/\s+/g, ' ') : JSON.stringify(value);
  // What it writes where it knows nothing.
  if (/^(?:unknown|undefined|Anonymous)$/.test(text)) return '';
  return name === 'doi' ? text.toLowerCase() : text;
}

it.runIf(isThere)('a memory of PaperMemory’s comes back whole', async () => {
  const text = readFileSync(`${samples}/papermemory/export.json`, 'utf8');
  await bring('memory.json', new Blob([text]));
  const format = exportFormats.find(({ id }) => id === 'papermemory');
  if (!format) throw new Error('no PaperMemory');
  const back: Memory = JSON.parse(await (await fileWith(format, await leaving())).text());
  const alone = (await papersIn(fileOf('memory.json', text)))
    .filter(({ places }) => places.length === 1)
    .map(({ places: [place] }) => place?.key);
  const lost = Object.entries(JSON.parse(text) as Memory)
    .filter(([key]) => alone.includes(key))
    .flatMap(([key, entry]) =>
      Object.entries(entry).flatMap(([name, value]) => {
        const found = back[key]?.[name];
        return plain(name, found) === plain(name, value) ? [] : [[key, name, value, found]];
      }),
    );
  expect(alone.length).toBeGreaterThan(5);
  expect(lost).toEqual([]);
});

it.runIf(isThere)('a library of Zotero’s comes back whole', async () => {
  const text = readFileSync(`${samples}/zotero-rdf/library.rdf`, 'utf8');
  await bring('library.rdf', new Blob([text]));
  const format = exportFormats.find(({ id }) => id === 'zotero-rdf');
  if (!format) throw new Error('no Zotero');
  // An address that the id leads to may be told or not.
  const told = async () =>
    (await leaving()).map(({ url, ...paper }) =>
      url && url !== urlOf(paper) ? { ...paper, url } : paper,
    );
  const first = await told();
  const file = await fileWith(format, first);
  await emptied();
  await bring('again.rdf', file);
  expect(await told()).toMatchObject(first);
});
