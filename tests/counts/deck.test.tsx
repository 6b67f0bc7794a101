// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { beforeEach, expect, it } from 'vitest';
import { paperOf } from '../../sites/huggingface/entry';
import { papersOf } from '../fixtures/papers';
import { meet } from '../support/contents';
import { DeckPage, useDeckPage } from '../support/deck-page';

useDeckPage();

const day = '2026-03-27';
const papers = papersOf(day).flatMap((entry) => paperOf(entry) ?? []);

beforeEach(() => meet(day, papers));

const ready = () => document.querySelector('.paper-card[inert]');

it('a decision uncovers the card that was made ready, and what follows is made ready after it', async () => {
  const deck = await DeckPage.open();
  await deck.sees(`${papers.length} left`);
  for (const key of ['x', 's', '{ArrowDown}', 'x']) {
    await waitFor(() => expect(ready()).not.toBeNull());
    const next = ready();
    const parts = next?.querySelectorAll('*');
    const before = [...(parts ?? [])];
    await deck.keys(key);
    await waitFor(() => expect(document.querySelector('.paper-card')).toBe(next));
    expect(next?.hasAttribute('inert')).toBe(false);
    expect(document.activeElement).toBe(document.querySelector('.paper-cards'));
    expect([...(next?.querySelectorAll('*') ?? [])]).toEqual(before);
  }
});

it('the card made ready is no part of the page for the reader', async () => {
  const deck = await DeckPage.open();
  await deck.sees(`${papers.length} left`);
  await waitFor(() => expect(ready()).not.toBeNull());
  expect(document.querySelectorAll('.paper-card')).toHaveLength(2);
  expect(document.querySelectorAll('.paper-card[aria-labelledby]')).toHaveLength(1);
  expect(document.querySelectorAll('.rule-menu form')).toHaveLength(0);
  await deck.keys('t');
  await waitFor(() => expect(document.activeElement).toBe(deck.part('.tag-field input')));
  expect(document.querySelectorAll('.tag-field')).toHaveLength(1);
});
