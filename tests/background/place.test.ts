import { describe, expect, it } from 'vitest';
import { placed } from '../../background/messages/verified-visit';
import type { Visit } from '../../lib/messages';
import { connection } from '../../store/database/connection';
import { recordsOf } from '../../store/records/queries';
import { handlers } from '../support/handlers';
import { paper, useFreshStore } from '../support/store';

useFreshStore();

const hf = 'https://huggingface.co/papers';
const now = Date.parse('2026-03-28T12:00:00Z');
const visitOf = (digest: string, day?: string, shows: Visit['shows'] = 'digest'): Visit => ({
  digest,
  ...(day ? { day } : {}),
  shows,
  visitAt: 1000,
});
const day = visitOf('huggingface:day:2026-03-27', '2026-03-27');
const one = [{ id: 'arxiv:2503.02130' }];
const place = (visit: Visit, url?: string, tab?: string, papers = one) =>
  placed(
    visit,
    { ...(url ? { url } : {}), ...(tab ? { tab: { id: 1, url: tab } } : {}) },
    papers,
    now,
  );
const elsewhere = (site: string) => ({
  digest: `${site}:elsewhere`,
  shows: 'digest',
  visitAt: 1000,
});

describe('a visit', () => {
  it('is believed where the address says the same', () => {
    const week = visitOf('huggingface:week:2026-W13');
    const found = visitOf('huggingface:search:world models');
    const hfPaper = visitOf('huggingface:paper:2503.02130', undefined, 'paper');
    const abs = visitOf('arxiv:abs:2503.02130', undefined, 'paper');
    for (const [visit, url] of [
      [day, `${hf}/date/2026-03-27`],
      [day, `${hf}?date=2026-03-27#x`],
      [day, hf],
      [week, `${hf}/week/2026-W13`],
      [week, hf],
      [found, `${hf}?q=world+models`],
      [visitOf('huggingface:trending'), `${hf}/trending`],
      [visitOf('huggingface:day:unknown'), hf],
      [hfPaper, `${hf}/2503.02130`],
      [abs, 'https://arxiv.org/abs/2503.02130v2'],
      [visitOf('arxiv:list:cs.CL:2026-03-27'), 'https://arxiv.org/list/cs.CL/new?skip=0'],
      [visitOf('arxiv:list:cs.CL:2026-03-26'), 'https://arxiv.org/catchup/cs.CL/2026-03-26'],
      [visitOf('arxiv:list:cs.CL:recent'), 'https://export.arxiv.org/list/cs.CL/recent'],
      [visitOf('arxiv:list:cs.CL:unknown'), 'https://arxiv.org/list/cs.CL/new'],
    ] as const)
      expect(place(visit, url), url).toEqual(visit);
  });

  it('has no day where the address says another thing', () => {
    for (const [visit, url] of [
      [{ ...day, day: '2031-01-01' }, `${hf}/date/2026-03-27`],
      [{ ...day, day: '2031-01-01' }, hf],
      [day, `${hf}/date/2026-03-26`],
      [day, `${hf}/week/2026-W13`],
      [day, `${hf}?q=2026-03-27`],
      [day, `${hf}/trending`],
      [day, `${hf}/2503.02130`],
      [day, 'https://huggingface.co/models'],
      [visitOf('huggingface:day:2026-03-27'), hf],
      [visitOf('huggingface:week:2026-W13', '2026-03-27'), hf],
      [visitOf('arxiv:abs:2503.02130', undefined, 'paper'), `${hf}/2503.02130`],
      [visitOf('huggingface:paper:2503.02130', undefined, 'paper'), hf.replace('papers', 'x')],
    ] as const)
      expect(place(visit, url), `${visit.digest} ${url}`).toEqual(elsewhere('huggingface'));
    const url = 'https://arxiv.org/abs/2503.02130';
    expect(place(day, url)).toEqual(elsewhere('arxiv'));
    for (const [claimed, at] of [
      [visitOf('arxiv:list:cs.CV:2026-03-27'), 'list/cs.CL/new'],
      [visitOf('arxiv:list:cs.CL:2026-03-31'), 'list/cs.CL/new'],
      [visitOf('arxiv:list:cs.CL:2026-03-27', '2026-03-27'), 'list/cs.CL/new'],
      [visitOf('arxiv:list:cs.CL:2026-03-27'), 'list/cs.CL/recent'],
      [visitOf('arxiv:list:cs.CL:2026-03-27'), 'catchup/cs.CL/2026-03-26'],
      [day, 'list/cs.CL/new'],
    ] as const)
      expect(place(claimed, `https://arxiv.org/${at}`), at).toEqual(elsewhere('arxiv'));
    expect(place(day)).toEqual(elsewhere('unknown'));
    expect(place(day, 'https://evil.example/papers')).toEqual(elsewhere('unknown'));
  });

  it('has no day that has not come yet anywhere', () => {
    const visit = visitOf('huggingface:day:2026-03-30', '2026-03-30');
    const { day: _day, ...without } = visit;
    expect(place(visit, hf)).toEqual(without);
    expect(place(visit, `${hf}/date/2026-03-30`)).toEqual(without);
    const tomorrow = visitOf('huggingface:day:2026-03-29', '2026-03-29');
    expect(place(tomorrow, hf)).toEqual(tomorrow);
  });

  it('shows what its address shows: a list is no page of a paper, and a page has one paper', () => {
    expect(place({ ...day, shows: 'paper' }, hf)).toEqual(day);
    const abs = visitOf('arxiv:abs:2503.02130', undefined, 'digest');
    const url = 'https://arxiv.org/abs/2503.02130';
    expect(place(abs, url)).toEqual({ ...abs, shows: 'paper' });
    expect(place(abs, url, undefined, [...one, { id: 'arxiv:1' }])).toEqual(elsewhere('arxiv'));
  });

  it('is believed by the address of the tab, too, where a page went on without a load', () => {
    expect(place(day, hf.replace('papers', 'models'), `${hf}/date/2026-03-27`)).toEqual(day);
    expect(place(day, `${hf}/date/2026-03-27`, `${hf}/trending`)).toEqual(day);
    expect(place(day, 'https://arxiv.org/abs/1', hf)).toEqual(elsewhere('arxiv'));
  });
});

describe('a message of a page', () => {
  const sender = { id: 'offprint', url: `${hf}/date/2026-03-27` };
  const papers = [paper('arxiv:1')];

  it('writes no row of a day that its address does not name', async () => {
    const claimed = { ...day, day: '2031-01-01' };
    expect(await handlers.sighting({ ...claimed, papers }, sender)).toMatchObject({
      states: { 'arxiv:1': 'new' },
    });
    const click = { id: 'click', at: Date.now() };
    await handlers.decide({ ...claimed, paper: papers[0], to: 'unread', click }, sender);
    expect(await (await connection()).getAll('days')).toEqual([]);
    const [record] = await recordsOf(['arxiv:1']);
    expect(record?.day.startsWith('2031')).toBe(false);
    expect(record?.firstDay).not.toBe('2031-01-01');
  });

  it('writes the row of the day that it names', async () => {
    await handlers.sighting({ ...day, papers }, sender);
    expect(await (await connection()).getAll('days')).toEqual([
      { day: '2026-03-27', ids: ['arxiv:1'] },
    ]);
  });

  it('that asks before there is a page is told of the list that its address names, and of no other', async () => {
    await handlers.sighting({ ...day, papers }, sender);
    const asks = (url: string, tab?: string) =>
      handlers.states(
        { visitAt: 2000, day: '2026-03-27' },
        { ...sender, url, ...(tab ? { tab: { id: 1, url: tab } } : {}) },
      );
    const own = { states: { 'arxiv:1': 'missed' }, remarks: {} };
    const nothing = { states: {}, remarks: {} };
    expect(await asks(`${hf}/date/2026-03-27`)).toEqual(own);
    expect(await asks(`${hf}/date/2026-03-26`, `${hf}/date/2026-03-27`)).toEqual(own);
    for (const url of [
      hf,
      `${hf}/date/2026-03-26`,
      `${hf}/date/2999-01-01`,
      `${hf}/week/2026-W13`,
      'https://arxiv.org/abs/2503.02130',
    ])
      expect(await asks(url), url).toEqual(nothing);
  });

  it('does not make papers seen that its address does not show', async () => {
    await handlers.sighting({ ...day, shows: 'paper', papers }, sender);
    expect(await recordsOf(['arxiv:1'])).toMatchObject([{ state: 'missed' }]);
  });
});
