// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import type { PaperId } from '../../../papers/paper';
import { deleteEverything } from '../../../store/backup/contents';
import { readDeckSession } from '../../../store/deck/kept-session';
import { endVisit, noteImpressions } from '../../../store/records/impressions';
import { recordSighting } from '../../../store/records/sightings';
import { decide } from '../../../store/words/decide';
import { all, current, left, open, type Page, stateOf, useDeck } from '../../support/deck-service';
import { paper, sightOn } from '../../support/store';

useDeck();

describe('what happens elsewhere', () => {
  it('takes papers out of the deck and adds new ones at the end, without moving the one on top', async () => {
    const page = await open();
    await page.commands.decide('later', 5100);
    await decide(['arxiv:5'], 'unread', 5200);
    await sightOn('2026-03-28', 5300, paper('arxiv:6'));
    await vi.waitFor(() =>
      expect(left(page)).toEqual(['arxiv:4', 'arxiv:1', 'arxiv:2', 'arxiv:6']),
    );
    expect(current(page)).toBe('arxiv:4');
  });

  it('does not bring an earlier paper to the top while another one is looked at', async () => {
    const page = await open();
    await page.commands.decide('dismiss', 5100);
    await decide(['arxiv:3'], 'undecided', 5200);
    await vi.waitFor(() => expect(left(page)).toContain('arxiv:3'));
    expect(current(page)).toBe('arxiv:4');
    for (const _ of [4, 5, 1, 2]) await page.commands.decide('later', 5300);
    expect(current(page)).toBe('arxiv:3');
  });

  it('does not take away a paper that was opened from the deck', async () => {
    const page = await open();
    await page.commands.visited('arxiv:3', 5100);
    const visit = { digest: 'huggingface:paper:3', shows: 'paper', visitAt: 5200 } as const;
    await recordSighting({ ...visit, papers: [paper('arxiv:3')] });
    await page.service.settle();
    expect(await stateOf('arxiv:3')).toBe('seen');
    expect(current(page)).toBe('arxiv:3');
    await page.commands.decide('later', 5300);
    expect(left(page)).toEqual(all.slice(1));
    expect(current(page)).toBe('arxiv:4');
  });

  const glanced = async (page: Page, ids: readonly PaperId[]) => {
    await noteImpressions(ids, 5200);
    await endVisit(5200);
    await page.service.settle();
  };

  it('takes no paper away that was but glimpsed, unless only unseen ones are wanted', async () => {
    const page = await open();
    await glanced(page, ['arxiv:3', 'arxiv:4']);
    expect(left(page)).toEqual(all);
    page.service.include({ onlyUnseen: true });
    expect(left(page)).toEqual(['arxiv:5', 'arxiv:1', 'arxiv:2']);
    await glanced(page, ['arxiv:5']);
    expect(current(page)).toBe('arxiv:5');
    await page.commands.decide('later', 5400);
    expect(left(page)).toEqual(['arxiv:1', 'arxiv:2']);
    page.service.include({ onlyUnseen: false });
    expect(left(page)).toEqual(['arxiv:3', 'arxiv:4', 'arxiv:1', 'arxiv:2']);
  });

  it('has a glimpsed paper in a deck that is opened afterwards, but none that was put off', async () => {
    const page = await open();
    await glanced(page, ['arxiv:3']);
    await page.commands.decide('later', 5300);
    await glanced(page, ['arxiv:4']);
    const again = await open(undefined, 6000);
    expect(left(again)).toEqual(all.slice(1));
    expect(await stateOf('arxiv:3')).toBe('later');
  });

  it('leaves glimpsed papers out of a deck that is opened afterwards where those were left out', async () => {
    const page = await open();
    page.service.include({ onlyUnseen: true });
    await page.service.settle();
    await glanced(page, ['arxiv:3', 'arxiv:4']);
    expect(left(await open(undefined, 6000))).toEqual(all.slice(2));
  });

  it('begins anew when everything was deleted, and keeps nothing of what was', async () => {
    const page = await open();
    await page.commands.decide('save', 5100);
    await deleteEverything();
    await vi.waitFor(() => expect(page.service.state.session.value?.ids).toEqual([]));
    page.service.keep();
    expect(await readDeckSession()).toBeUndefined();
  });

  it('counts every paper once, a seen one that stays too', async () => {
    const page = await open();
    await glanced(page, ['arxiv:3']);
    expect(page.service.state.standing.value).toMatchObject({ left: all, rest: [], done: 0 });
    await page.commands.decide('save', 5300);
    expect(page.service.state.standing.value).toMatchObject({ left: all.slice(1), done: 1 });
  });
});
