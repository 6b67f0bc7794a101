// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readOptions } from '../../../lib/options';
import { readLearning } from '../../../store/ranking/learning';
import { rankWaiting } from '../../../store/ranking/score-papers';
import { allScores } from '../../../store/ranking/scores';
import { decide } from '../../../store/words/decide';
import { decidedId, decideLiked, likedNoon, sightWaiting } from '../../support/liked';
import { openOptions, useFreshPages } from '../../support/pages';

useFreshPages();

const part = '.likely-for-you';
const dayLength = 86_400_000;

beforeEach(() => {
  // What uPlot asks of the browser.
  Object.assign(globalThis, { matchMedia: () => new EventTarget() });
  vi.useFakeTimers({ toFake: ['Date'], now: likedNoon + 40 * dayLength });
});
afterEach(() => {
  vi.useRealTimers();
});

async function open() {
  const { reader } = await openOptions();
  await reader.sees('Likely for you');
  return reader;
}

describe('what is likely, in the options', () => {
  it('says how much is learned, before it is enough and after', async () => {
    await decideLiked(12);
    const reader = await open();
    await reader.sees('Learning: 12 of 30 decisions', part);
    await decideLiked(34, 12);
    await reader.sees('Learned from 34 decisions.', part);
  });

  it('is turned off and on, and widens or does not', async () => {
    const reader = await open();
    await reader.press(/^Draw one paper in ten/, part, 'checkbox');
    await waitFor(async () => expect((await readOptions()).widens).toBe(false));
    await reader.press(/^Mark new papers/, part, 'checkbox');
    await waitFor(async () => expect((await readOptions()).ranks).toBe(false));
    await reader.seesNo('Draw one paper in ten', part);
    await reader.seesNo('Start over', part);
  });

  it('tells how well it does on the reader’s own days, in a sentence and a table', async () => {
    await decideLiked(60);
    const reader = await open();
    await reader.user.click(await waitFor(() => reader.part(`${part} summary`)));
    await reader.sees('On your last 4 days you kept', part);
    await reader.user.click(await waitFor(() => reader.part(`${part} figure summary`)));
    await reader.sees('Likely for you', `${part} table`);
    expect(reader.page.querySelectorAll(`${part} tbody tr`)).toHaveLength(4);
  });

  it('is forgotten as far as it was decided before a month', async () => {
    await decideLiked(34);
    await decide([decidedId(0)], 'read', likedNoon + 20 * dayLength);
    const reader = await open();
    await reader.sees('Learned from 35 decisions.', part);
    const select = reader.in(part).getByLabelText<HTMLSelectElement>(/^Forget what I decided/);
    expect([...select.options].map(({ text }) => text)).toEqual(['May 2026', 'Apr 2026']);
    await reader.user.selectOptions(select, 'Apr 2026');
    await reader.press('Forget', part);
    await reader.sees('Learning: 1 of 30 decisions', part);
    await reader.sees('That was forgotten', part);
    expect((await readLearning()).decisions).toBe(1);
  });

  it('starts over when that is meant, and with nothing that is told before', async () => {
    await decideLiked(34);
    await sightWaiting();
    await rankWaiting(Date.now());
    const reader = await open();
    await reader.press('Start over', part);
    expect((await allScores()).size).toBe(4);
    await reader.press('Forget all that was learned', part);
    await reader.sees('Learning: 0 of 30 decisions', part);
    expect((await allScores()).size).toBe(0);
  });
});
