import { beforeEach, describe, expect, it } from 'vitest';
import { fill, nextFilling } from '../../background/filling/run';
import { writeSourceState } from '../../lib/filling-state';
import { writeOptions } from '../../lib/options';
import { fillAgain } from '../../store/filling/queue';
import { readFilling, readFillings } from '../../store/filling/read';
import { arxivAnswer, crossrefItem, openAlexWorkOf } from '../fixtures/answers';
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
import { useFreshStore } from '../support/store';

useFreshStore();

const hour = 3_600_000;

let services: FillingServices;

beforeEach(() => {
  services = new FillingServices();
});

describe('sources are asked politely', () => {
  it('arXiv once in three seconds, about forty papers at once', async () => {
    const numbers = Array.from({ length: 100 }, (_, at) => `2603.${20_000 + at}`);
    services.answers = [[api, (address) => feed(arxivAnswer(...idsIn(address)))()]];
    services.allowed = ['arxiv'];
    await saveLinks(...numbers.map((number) => `https://arxiv.org/abs/${number}`));
    await fill(services);
    expect(services.asked.map(({ address }) => idsIn(address).length)).toEqual([40, 40, 20]);
    const at = services.asked.map((one) => one.at);
    expect(at.slice(1).map((one, index) => one - (at[index] ?? 0))).toEqual([3000, 3000]);
    expect(await readFillings()).toMatchObject({ waiting: 0, ended: 0 });
  });

  it('after a killed worker no sooner than before it', async () => {
    services.allowed = ['arxiv'];
    services.answers = [[api, feed(arxivAnswer())]];
    await saveLinks(arxiv(1));
    await fill(services);
    const first = services.now;
    await saveLinks(arxiv(2));
    services.now += 500;
    await fill(services);
    expect(services.asked[1]?.at).toBe(first + 3000);
  });

  it('is left alone for as long as it says, while others are asked', async () => {
    services.answers = [
      [hf, () => new Response('', { status: 429, headers: { 'retry-after': '7200' } })],
    ];
    services.allowed = ['huggingface', 'arxiv'];
    await saveLinks(arxiv(1), arxiv(2));
    await fill(services);
    expect(services.hosts()).toEqual(['huggingface.co', 'export.arxiv.org']);
    expect(await readFilling(id(1))).toMatchObject({ tries: 1 });
    expect(await readFilling(id(2))).toMatchObject({ tries: 0, due: services.now + 2 * hour });
    services.now += hour;
    await fillAgain(() => true);
    await fill(services);
    expect(services.hosts().filter((host) => host === 'huggingface.co')).toHaveLength(1);
  });

  it('is asked where a wrong clock once said that it rests for years', async () => {
    services.answers = [
      [hf, json({ id: '2603.25001', title: 'Found', authors: [{ name: 'Ada Lovelace' }] })],
    ];
    await saveLinks(arxiv(1));
    const years = services.now + 4 * 365 * 24 * hour;
    await writeSourceState('huggingface', { failures: 1, notBefore: years });
    await fill(services);
    expect(await recordOf(id(1))).toMatchObject({ title: 'Found' });
  });

  it('without a network costs no try', async () => {
    services.answers = [[hf, () => Promise.reject(new TypeError('offline'))]];
    services.allowed = ['huggingface'];
    await saveLinks(arxiv(1));
    for (let at = 0; at < 8; at += 1) {
      await fill(services);
      services.now = (await nextFilling(services.now)) ?? services.now;
    }
    expect(services.asked).toHaveLength(8);
    expect(await readFilling(id(1))).toMatchObject({ tries: 0 });
  });

  it('not in quiet hours', async () => {
    await saveLinks(arxiv(1));
    const from = new Date(services.now).getHours();
    await writeOptions({ quietHours: [from, (from + 2) % 24] });
    await fill(services);
    expect(services.asked).toEqual([]);
    expect(await nextFilling(services.now)).toBeGreaterThan(services.now + hour);
  });
});

describe('a source that may not be asked', () => {
  it('is not, and the paper waits for it, in words', async () => {
    services.allowed = [];
    await saveLinks(`https://doi.org/${doi}`);
    await fill(services);
    expect(services.asked).toEqual([]);
    expect(await readFilling(`doi:${doi}`)).toEqual({
      id: `doi:${doi}`,
      tries: 0,
      why: ['crossref', 'openalex', 'dblp'].map((source) => ({ source, outcome: 'off' })),
    });
    expect(await readFillings()).toMatchObject({ waiting: 0, ended: 1 });
    services.now += 1000;
    services.allowed = ['crossref'];
    services.answers = [[crossref, json({ message: crossrefItem(doi) })]];
    await fill(services);
    expect(await recordOf(`doi:${doi}`)).toMatchObject({ authorCount: 2 });
  });

  it('is asked as soon as it may be, though the others are to be asked later', async () => {
    services.allowed = ['huggingface'];
    await saveLinks(arxiv(1));
    await fill(services);
    expect(await nextFilling(services.now)).toBe(services.now + hour);
    services.allowed = ['huggingface', 'arxiv'];
    services.answers = [[api, feed(arxivAnswer({ id: '2603.25001' }))]];
    await fill(services);
    expect(await recordOf(id(1))).toMatchObject({ title: 'Paper 2603.25001' });
  });

  it('is not where the reader has switched it off', async () => {
    await writeOptions({ fillsNotFrom: ['huggingface', 'openalex'] });
    await saveLinks(arxiv(1));
    await fill(services);
    expect(services.hosts()).toEqual(['export.arxiv.org', 'dblp.org']);
  });
});

describe('a worker that is killed', () => {
  class Killed extends Error {}

  it.each(Array.from({ length: 12 }, (_, at) => at))(
    'at its step %i goes on later, and asks nobody twice that has answered',
    async (step) => {
      services.answers = [
        [api, (address) => feed(arxivAnswer(...idsIn(address).slice(0, 1)))()],
        [openAlex, json({ results: [openAlexWorkOf('10.48550/arxiv.2603.25002')] })],
      ];
      await saveLinks(arxiv(1), arxiv(2));
      let steps = 0;
      const counted =
        <Args extends unknown[], Result>(work: (...args: Args) => Result) =>
        (...args: Args): Result => {
          steps += 1;
          if (steps > step) throw new Killed();
          return work(...args);
        };
      const killed = {
        ...services,
        clock: counted(services.clock),
        wait: counted(services.wait),
        isAllowed: counted(services.isAllowed),
        fetch: services.fetch,
      };
      await expect(fill(killed)).rejects.toThrow(Killed);
      const due = (await nextFilling(services.now)) ?? Number.NaN;
      expect(due).toBeLessThanOrEqual(services.now + 10 * 60_000);
      services.now += 10 * 60_000 + 1;
      await fill(services);
      expect(await recordOf(id(1))).toMatchObject({ title: 'Paper 2603.25001' });
      expect(await readFillings()).toMatchObject({ ended: 0 });
      const known = services.asked.filter(({ address }) => address.startsWith(hf));
      expect(known.length).toBeLessThanOrEqual(3);
    },
  );
});
