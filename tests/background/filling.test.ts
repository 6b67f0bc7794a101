import { beforeEach, describe, expect, it } from 'vitest';
import { fill, nextFilling } from '../../background/filling/run';
import { connection } from '../../store/database/connection';
import { fillAgain } from '../../store/filling/queue';
import { readFilling, readFillings } from '../../store/filling/read';
import { openPaper } from '../../store/records/queries';
import { decide } from '../../store/words/decide';
import { saveAddress } from '../../store/words/save-address';
import {
  arxivAnswer,
  arxivError,
  crossrefAnswer,
  crossrefItem,
  dblpAnswer,
  openAlexWorkOf,
  paperAnswer,
} from '../fixtures/answers';
import {
  api,
  arxiv,
  crossref,
  doi,
  FillingServices,
  feed,
  hf,
  id,
  idsIn,
  json,
  openAlex,
  recordOf,
  saveLinks,
} from '../support/filling';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();

const hour = 3_600_000;
const dblp = 'https://dblp.org/search/publ/api';

let services: FillingServices;

beforeEach(() => {
  services = new FillingServices();
});

describe('a paper saved from a bare link', () => {
  it('waits from the moment it is saved, and no other does', async () => {
    await sightOn('2026-03-27', 1000, paper(id(2)), { id: id(3) });
    await decide([id(2)], 'unread', 2000);
    await saveLinks(arxiv(1), 'https://openreview.net/forum?id=abc');
    await saveAddress(arxiv(4), 'What a link says of it', 'menu');
    expect(await (await connection()).getAllKeys('fillings')).toEqual([id(1), id(4)]);
    expect(await readFillings()).toMatchObject({ waiting: 2, ended: 0 });
    expect(await nextFilling(services.now)).toBe(0);
  });

  it('has its title and all that Hugging Face knows, after one question', async () => {
    services.answers = [
      [hf, json(paperAnswer('2603.25001', { submittedOnDailyAt: '2026-03-28' }))],
    ];
    await saveLinks(arxiv(1));
    await fill(services);
    expect(services.asked.map(({ address }) => address)).toEqual([`${hf}2603.25001`]);
    expect(await recordOf(id(1))).toMatchObject({
      title: 'Paper 2603.25001',
      authors: ['Ada Example'],
      state: 'unread',
      codeUrl: 'https://github.com/example/code',
    });
    expect((await openPaper(id(1))).details?.abstract).toBe('What it says.');
    expect(await readFilling(id(1))).toBeUndefined();
    expect(await nextFilling(services.now)).toBeUndefined();
    await fill(services);
    expect(services.asked).toHaveLength(1);
  });

  it('is asked for at arXiv where Hugging Face has no page, all of them at once, with code from the abstract', async () => {
    const summary = 'Code is at https://github.com/owner/name.';
    services.answers = [
      [
        api,
        (address) => feed(arxivAnswer(...idsIn(address).map((one) => ({ ...one, summary }))))(),
      ],
    ];
    await saveLinks(arxiv(1), arxiv(2), arxiv(3));
    await fill(services);
    expect(services.hosts()).toEqual([
      ...Array.from({ length: 3 }, () => 'huggingface.co'),
      'export.arxiv.org',
    ]);
    expect(await recordOf(id(3))).toMatchObject({
      title: 'Paper 2603.25003',
      codeUrl: 'https://github.com/owner/name',
    });
    expect(await readFillings()).toMatchObject({ waiting: 0, ended: 0 });
  });

  it('by its DOI is asked for at Crossref, then OpenAlex, then DBLP, until it is known', async () => {
    services.answers = [
      [crossref, json({ status: 'ok', message: crossrefItem(doi, { author: [], title: [] }) })],
      [openAlex, json(openAlexWorkOf(doi, { title: null, authorships: [] }))],
      [
        dblp,
        json(dblpAnswer({ doi, title: 'Optuna.', authors: { author: { text: 'Takuya Akiba' } } })),
      ],
    ];
    await saveLinks(`https://doi.org/${doi}`);
    await fill(services);
    expect(services.hosts()).toEqual(['api.crossref.org', 'api.openalex.org', 'dblp.org']);
    expect(await recordOf(`doi:${doi}`)).toMatchObject({
      title: 'Optuna',
      publishedAt: '2019-07-25',
    });
  });

  it('has the title of the source instead of what the link said, and keeps what a page had told', async () => {
    services.answers = [
      [hf, json(paperAnswer('2603.25001'))],
      [hf, json(paperAnswer('2603.25002'))],
    ];
    await saveAddress(arxiv(1), 'What a link says of it', 'menu');
    await fill(services);
    expect(await recordOf(id(1))).toMatchObject({ title: 'Paper 2603.25001' });
    const page = { digest: 'arxiv:abs:2', shows: 'paper', visitAt: services.now + 1 } as const;
    const { recordSighting } = await import('../../store/records/sightings');
    await saveLinks(arxiv(2));
    await recordSighting({ ...page, papers: [{ id: id(2), title: 'As arXiv has it' }] });
    services.answers = [[hf, json(paperAnswer('2603.25002'))]];
    await fill(services);
    expect(await recordOf(id(2))).toMatchObject({
      title: 'As arXiv has it',
      authors: ['Ada Example'],
    });
  });
});

describe('an answer that lies', () => {
  it('an error dressed as an entry is no paper, and costs those beside it nothing', async () => {
    const bad = '2603.25002';
    services.answers = [
      [
        api,
        (address) => feed(address.includes(bad) ? arxivError : arxivAnswer(...idsIn(address)))(),
      ],
    ];
    await saveLinks(arxiv(1), arxiv(2), arxiv(3));
    services.allowed = ['arxiv'];
    await fill(services);
    expect(await recordOf(id(1))).toMatchObject({ title: 'Paper 2603.25001' });
    expect(await recordOf(id(3))).toMatchObject({ title: 'Paper 2603.25003' });
    expect(await recordOf(id(2))).not.toHaveProperty('title');
    expect(await readFilling(id(2))).toMatchObject({
      tries: 1,
      why: [
        { source: 'arxiv', outcome: 'unknown' },
        { source: 'huggingface', outcome: 'off' },
        { source: 'openalex', outcome: 'off' },
        { source: 'dblp', outcome: 'off' },
      ],
    });
  });

  it('an answer for another paper is none', async () => {
    services.answers = [
      [hf, json(paperAnswer('2603.25009'))],
      [api, feed(arxivAnswer({ id: '2603.25008' }))],
      [dblp, json(dblpAnswer({ doi: '10.1000/other', title: 'Other.' }))],
    ];
    await saveLinks(arxiv(1));
    await fill(services);
    expect(await recordOf(id(1))).not.toHaveProperty('title');
    expect((await readFilling(id(1)))?.why).toEqual([
      { source: 'huggingface', outcome: 'other' },
      { source: 'arxiv', outcome: 'other' },
      { source: 'openalex', outcome: 'unknown' },
      { source: 'dblp', outcome: 'unknown' },
    ]);
    expect(await recordOf('arxiv:2603.25009')).toBeUndefined();
  });

  it('an id that is none is never asked for', async () => {
    await sightOn('2026-03-27', 1000, { id: 'arxiv:../datasets?x=1' });
    await decide(['arxiv:../datasets?x=1'], 'unread', 2000);
    await fill(services);
    expect(services.asked).toEqual([]);
  });
});

describe('asking in vain', () => {
  it('ends after five tries, each later than the last, and is begun anew when the reader asks', async () => {
    services.answers = [[api, feed(arxivAnswer())]];
    services.allowed = ['huggingface', 'arxiv'];
    await saveLinks(arxiv(1));
    const waits: number[] = [];
    for (let at = 0; at < 9; at += 1) {
      await fill(services);
      const next = await nextFilling(services.now);
      if (next === undefined) break;
      waits.push((next - services.now) / hour);
      services.now = next;
    }
    expect(waits).toEqual([1, 4, 16, 64]);
    expect(services.asked).toHaveLength(10);
    expect(await readFilling(id(1))).toEqual({
      id: id(1),
      tries: 5,
      why: [
        { source: 'huggingface', outcome: 'unknown' },
        { source: 'arxiv', outcome: 'unknown' },
        { source: 'openalex', outcome: 'off' },
        { source: 'dblp', outcome: 'off' },
      ],
    });
    await fillAgain((filling) => filling.id === id(1));
    services.answers = [[hf, json(paperAnswer('2603.25001'))]];
    await fill(services);
    expect(await recordOf(id(1))).toMatchObject({ title: 'Paper 2603.25001' });
  });

  it('is over when the paper leaves the list', async () => {
    await saveLinks(arxiv(1), arxiv(2));
    services.before = () => void decide([id(1), id(2)], 'deleted', services.now);
    await fill(services);
    expect(await readFillings()).toMatchObject({ waiting: 0, ended: 0 });
  });
});

it('a batch of Crossref is one question', async () => {
  const dois = ['10.1145/1.1', '10.1145/1.2', '10.1145/1,3'];
  services.allowed = ['crossref'];
  services.answers = [
    [`${crossref}?`, json(crossrefAnswer(...dois.slice(0, 2).map((one) => crossrefItem(one))))],
    [`${crossref}/`, json({ message: crossrefItem('10.1145/1,3') })],
  ];
  await saveLinks(...dois.map((one) => `https://doi.org/${one}`));
  await fill(services);
  expect(services.asked).toHaveLength(2);
  expect(await readFillings()).toMatchObject({ waiting: 0, ended: 0 });
});
