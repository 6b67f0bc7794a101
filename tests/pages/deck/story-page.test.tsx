// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeOptions } from '../../../lib/options';
import { paperOf } from '../../../sites/huggingface/entry';
import { papersOf } from '../../fixtures/papers';
import { latestDays, papersOn } from '../../fixtures/recent';
import { counted, meet } from '../../support/contents';
import { DeckPage, useDeckPage } from '../../support/deck-page';

useDeckPage();

const days = ['2026-03-26', '2026-03-27', '2026-03-30'];
const listOf = (day: string) => papersOf(day).flatMap((entry) => paperOf(entry) ?? []);
const total = new Set(days.flatMap(listOf).map(({ id }) => id)).size;

const holds = (counts: Record<string, number>) =>
  waitFor(async () => expect(await counted()).toMatchObject(counts));

describe('three days of papers', () => {
  beforeEach(async () => {
    for (const day of days) await meet(day, listOf(day));
  });

  it('are told, decided on by keys, and taken back one by one', async () => {
    const deck = await DeckPage.open();
    await deck.sees(`Three days · ${total} papers`);
    await deck.sees(`${total} left, about 8 min`);
    const first = deck.current();
    await deck.keys('xs{ArrowDown}{ArrowLeft}{ArrowRight} ');
    await deck.sees(`${total - 6} left`);
    await deck.keys('uuuuuu');
    await deck.shows(first);
    await holds({ new: total });
  });

  it('give reasons to follow, and Escape leads back to the paper', async () => {
    const deck = await DeckPage.open();
    await deck.sees(`${total} left`);
    await deck.keys('f{Enter}');
    await deck.sees('You follow ', '.why');
    await deck.keys('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(deck.part('.paper-cards')));
  });

  it('are gone on with after a reload, and a tag keeps its paper on top', async () => {
    const deck = await DeckPage.open();
    await deck.keys('sxs');
    await holds({ unread: 2, dismissed: 1 });
    const again = await deck.reload();
    await again.sees(`${total - 3} left`);
    const current = again.current();
    await again.keys('t');
    await waitFor(() => expect(document.activeElement).toBe(again.part('.tag-field input')));
    await again.keys('agents{Enter}');
    await again.sees('agents', '.paper-card');
    await again.keys('{Escape}');
    await again.shows(current);
    await again.keys('s');
    await again.sees(`${total - 4} left`);
    await holds({ unread: 3, '#agents': 1 });
    const third = await again.reload();
    await third.sees(`${total - 4} left`);
    await third.keys('u');
    await third.shows(current);
  });

  it('fit into a time limit, whose end offers the rest', async () => {
    const deck = await DeckPage.open();
    await deck.user.selectOptions(deck.part('.deck-options select'), '5');
    await deck.sees('42 left, about 5 min');
    await deck.keys('x'.repeat(42));
    await deck.sees('That was the best of it');
    const rest = total - 42;
    await deck.act('rest');
    await deck.sees(`Dismissed ${rest} papers`);
    await deck.sees('That was all');
    await deck.keys('u');
    await deck.sees(`Go on with the other ${rest}`);
    await holds({ new: rest, dismissed: 42 });
    await deck.act('go-on');
    await deck.sees(`${rest} left`);
  });

  it('leave what was kept at the end, to copy, and other days to choose', async () => {
    const deck = await DeckPage.open('?days=2026-03-30');
    await deck.sees('One day · 15 papers');
    await deck.keys('ss');
    await deck.sees('13 left');
    await deck.act('rest');
    await deck.sees('You saved 2 papers, put off 0 and dismissed 13.');
    await deck.act('copy');
    await deck.sees('Copied 2 papers');
    const copied = await navigator.clipboard.readText();
    expect(copied.split('\n').map((line) => /^- \[.+\]\(https:/.test(line))).toEqual([true, true]);
    await deck.act('choose');
    await deck.user.click(deck.part('[name="2026-W13"]'));
    await deck.act('these');
    await deck.sees(`Two days · ${total - 15} papers`);
    await deck.act('rest');
    await deck.sees('That was all');
  });
});

describe('what was decided last', () => {
  beforeEach(async () => {
    await meet('2026-03-30', listOf('2026-03-30'));
  });

  const trail = (deck: DeckPage) =>
    [...deck.part('.trail').querySelectorAll('li > span')].map(({ textContent }) => textContent);

  it('is a trail of three, each of which can be taken back by itself', async () => {
    const deck = await DeckPage.open();
    await deck.sees('15 left');
    await deck.keys('x');
    const second = deck.current();
    await deck.keys('szs');
    await deck.sees('11 left');
    expect(trail(deck)).toEqual(['saved', 'put off', 'saved']);
    await holds({ unread: 2, later: 1, dismissed: 1 });
    const buttons = deck.part('.trail').querySelectorAll('button');
    await deck.user.click(buttons[2] ?? deck.part('.trail'));
    await deck.shows(second);
    expect(trail(deck)).toEqual(['saved', 'put off']);
    await holds({ unread: 1, later: 1, dismissed: 1 });
  });

  it('gives its tag again with a number key, and takes it off with the same', async () => {
    const deck = await DeckPage.open();
    await deck.sees('15 left');
    await deck.keys('t');
    await waitFor(() => expect(document.activeElement).toBe(deck.part('.tag-field input')));
    await deck.keys('agents{Enter}{Escape}');
    await deck.sees('#agents', '.tag-keys');
    await deck.keys('s1s');
    await holds({ unread: 2, '#agents': 2 });
    await deck.keys('11s');
    await holds({ unread: 3, '#agents': 2 });
  });

  it('is counted at the end, where what was saved is made what is read next in one step', async () => {
    const deck = await DeckPage.open();
    await deck.sees('15 left');
    await deck.keys('ssz');
    await deck.act('rest');
    await deck.sees('You saved 2 papers, put off 1 and dismissed 12.');
    await deck.act('read-next');
    await deck.sees('Show “Read next”');
    expect(deck.part('.deck-end').textContent).toContain('Show the paper you put off');
  });
});

describe('nothing new', () => {
  it('is said of what the reader opened, where nobody else is asked', async () => {
    await writeOptions({ polls: false });
    const deck = await DeckPage.open('?days=2026-03-01');
    await deck.sees('Nothing new on the pages you opened');
  });
});

describe('six days away', () => {
  it('are 132 papers to none in at most 140 keys, in three sittings', {
    timeout: 90_000,
  }, async () => {
    const weekdays = latestDays(6, Date.parse('2026-03-27T12:00:00Z'));
    const counts = [26, 18, 24, 29, 15, 20];
    for (const [at, day] of weekdays.entries())
      await meet(
        day,
        papersOn(day, counts[at] ?? 0).flatMap((entry) => paperOf(entry) ?? []),
      );
    let deck = await DeckPage.open();
    let pressed = 0;
    const press = (key: string, times: number) => {
      pressed += times;
      return deck.keys(key.repeat(times));
    };
    await deck.sees('132 left');
    await press('x', 30);
    await press('s', 5);
    await holds({ new: 97, unread: 5, dismissed: 30 });
    deck = await deck.reload();
    await press('{ArrowDown}', 4);
    await press('{ArrowLeft}', 10);
    await deck.sees('83 left');
    await press('u', 1);
    await deck.sees('84 left');
    await press('s', 1);
    await press('x', 20);
    await holds({ new: 63 });
    deck = await deck.reload();
    await deck.sees('63 left');
    await press('{ArrowRight}', 5);
    await press('x', 58);
    await deck.sees('That was all');
    expect(pressed).toBeLessThanOrEqual(140);
    await deck.sees('You saved 11 papers, put off 4 and dismissed 117.');
    await waitFor(async () => expect(await counted()).not.toHaveProperty('new'));
    expect(await counted()).toEqual({ unread: 11, later: 4, dismissed: 117 });
  });
});
