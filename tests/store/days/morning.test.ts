import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../papers/paper';
import type { PaperRecord } from '../../../papers/record';
import { connection } from '../../../store/database/connection';
import { readMorning } from '../../../store/days/morning';
import { listUndecidedDays } from '../../../store/deck/undecided-days';
import { recordSighting } from '../../../store/records/sightings';
import { write } from '../../../store/records/writer';
import { saveRule } from '../../../store/rules/rules';
import { decide } from '../../../store/words/decide';
import { wakeSnoozed } from '../../../store/words/snooze';
import { snooze } from '../../support/paper-changes';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const hour = 3_600_000;
const now = new Date(2026, 2, 27, 12).getTime();

/** The site has answered with a day's list; `still` times in a row with as many papers. */
const told = (day: string, upvotes: readonly number[], checkedAt: number, still = 3) =>
  recordSighting({
    digest: `huggingface:day:${day}`,
    day,
    shows: 'poll',
    visitAt: checkedAt,
    papers: upvotes.map((count, at) => paper(`arxiv:${day}.${at}`, { upvotes: count })),
    answer: { checkedAt, still },
  });

/** What a rule has left on a paper. */
const mark = (id: string, more: Partial<PaperRecord>) =>
  write(async (writer) => {
    const record = await writer.find(id);
    if (record) writer.put(record, { ...record, ...more });
  });

const ids = (papers: readonly PaperRecord[]) => papers.map(({ id }) => id);

describe('the morning digest', () => {
  it('has the five most upvoted of the newest day that is whole, and no list that still fills', async () => {
    await told('2026-03-24', [500], Date.UTC(2026, 2, 26, 1));
    await told('2026-03-25', [1, 9, 3, 7, 5, 2], Date.UTC(2026, 2, 26, 3));
    await told('2026-03-26', [99], Date.UTC(2026, 2, 27, 1), 2);
    await told('2026-03-27', [], Date.UTC(2026, 2, 27, 1));
    const { day, top } = await readMorning(Date.UTC(2026, 2, 27, 2));
    expect(day).toBe('2026-03-25');
    expect(top.map(({ upvotes }) => upvotes)).toEqual([9, 7, 5, 3, 2]);
  });

  it('leaves out of the top what is muted, dismissed or deleted', async () => {
    await told('2026-03-25', [9, 8, 7, 6], Date.UTC(2026, 2, 26, 3));
    await mark('arxiv:2026-03-25.0', { mutedBy: 'rule' });
    await decide(['arxiv:2026-03-25.1'], 'dismissed', now);
    await decide(['arxiv:2026-03-25.2'], 'unread', now);
    expect(ids((await readMorning(now)).top)).toEqual(['arxiv:2026-03-25.2', 'arxiv:2026-03-25.3']);
  });

  it('has no top when no list was whole within a week', async () => {
    await told('2026-03-10', [9], Date.UTC(2026, 2, 11, 3));
    expect(await readMorning(now)).toEqual({ top: [], caught: [], moreCaught: 0, due: [] });
  });

  it('has what follow rules caught while it is new, with what they look for', async () => {
    await (await connection()).put('rules', {
      id: 'lab',
      effect: 'follow',
      subject: 'organization',
      value: 'Example Lab',
      createdAt: 1,
      stamp: { at: 1, device: '' },
    });
    await sightOn('2026-03-27', 1000, paper('arxiv:1'), paper('arxiv:2'), paper('arxiv:3'));
    await mark('arxiv:1', { matches: ['lab', 'gone'] });
    await mark('arxiv:2', { mutedBy: 'other' });
    const { caught } = await readMorning(now);
    expect(caught.map(({ paper: { id }, by }) => [id, by.map(({ value }) => value)])).toEqual([
      ['arxiv:1', ['Example Lab']],
    ]);
    await decide(['arxiv:1'], 'dismissed', now);
    expect((await readMorning(now)).caught).toEqual([]);
  });

  it('has what a rule saved as it came until the reader does something with it', async () => {
    await saveRule(
      { id: 'lab', effect: 'follow', subject: 'organization', value: 'Example Lab', saves: true },
      1000,
    );
    const ofLab = (id: string) => paper(id, { organization: 'Example Lab' });
    const poll = (day: string, at: number, ...papers: Paper[]) =>
      recordSighting({ digest: `huggingface:day:${day}`, day, shows: 'poll', visitAt: at, papers });
    await poll('2026-03-20', now - 100 * hour, ofLab('arxiv:0'));
    await poll('2026-03-27', now - hour, ofLab('arxiv:1'), ofLab('arxiv:2'));
    await decide(['arxiv:2'], 'read', now);
    const { caught } = await readMorning(now);
    expect(caught.map(({ paper: { id }, by }) => [id, by.length])).toEqual([['arxiv:1', 1]]);
  });

  it('says how many more were caught than it tells', async () => {
    const papers = Array.from({ length: 23 }, (_, at) => paper(`arxiv:${at}`));
    await sightOn('2026-03-27', 1000, ...papers);
    for (const { id } of papers) await mark(id, { matches: ['lab'] });
    const { caught, moreCaught } = await readMorning(now);
    expect([caught.length, moreCaught]).toEqual([20, 3]);
  });

  it('has what comes back from a snooze on the reader’s day, whether it has come already or not', async () => {
    await sightOn('2026-03-27', 1000, ...['1', '2', '3', '4'].map((one) => paper(`arxiv:${one}`)));
    await decide(['arxiv:1', 'arxiv:2', 'arxiv:3', 'arxiv:4'], 'unread', 2000);
    await snooze(['arxiv:4'], now - 30 * hour, 2000);
    await wakeSnoozed(now - 29 * hour);
    await snooze(['arxiv:1'], now - 5 * hour, 2000);
    await wakeSnoozed(now - hour);
    await snooze(['arxiv:2'], now + hour, 2000);
    await snooze(['arxiv:3'], now + 24 * hour, 2000);
    expect(ids((await readMorning(now)).due)).toEqual(['arxiv:1', 'arxiv:2']);
    await decide(['arxiv:1'], 'reading', now);
    expect(ids((await readMorning(now)).due)).toEqual(['arxiv:2']);
  });
});

describe('the days with new papers', () => {
  it('come newest first, each once, without days whose papers are all decided on or muted', async () => {
    for (const day of ['2026-03-24', '2026-03-25', '2026-03-26', '2026-03-27'])
      await told(day, [3, 5_000], Date.UTC(2026, 2, 27, 3));
    await decide(['arxiv:2026-03-25.0', 'arxiv:2026-03-25.1'], 'dismissed', now);
    await mark('arxiv:2026-03-26.0', { mutedBy: 'rule' });
    await mark('arxiv:2026-03-26.1', { mutedBy: 'rule' });
    expect(await listUndecidedDays(now)).toEqual(['2026-03-27', '2026-03-24']);
  });
});
