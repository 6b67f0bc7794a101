// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeOptions } from '../../../lib/options';
import { connection } from '../../../store/database/connection';
import { rankWaiting } from '../../../store/ranking/score-papers';
import { recordsOf } from '../../../store/records/queries';
import { decide } from '../../../store/words/decide';
import { DeckPage, useDeckPage } from '../../support/deck-page';
import { decideLiked, likedNoon, sightWaiting, waiting } from '../../support/liked';
import { costOf } from '../../support/page-costs';
import { make } from '../../support/rules';

useDeckPage();

const { other, plain, liked, also } = waiting;
const likely: readonly string[] = [liked.id, also.id];
const stateOf = async (id: string) => (await recordsOf([id]))[0]?.state;

beforeEach(async () => {
  await decideLiked(60);
  await sightWaiting();
  await rankWaiting(likedNoon);
});

/** The papers in the order in which the deck shows them, each dismissed. */
async function goThrough(deck: DeckPage): Promise<string[]> {
  const order: string[] = [];
  for (let id = deck.current(); id; id = deck.current()) {
    order.push(id);
    await deck.keys('x');
    await waitFor(() => expect(deck.current()).not.toBe(id));
  }
  return order;
}

describe('the card', () => {
  it('says how likely its paper is and because of what, and no request more is made at a key', async () => {
    const deck = await DeckPage.open();
    await deck.shows(other.id);
    await deck.sees('More like this');
    expect(deck.words('.paper-card')).not.toContain('for you, because');
    const cost = await costOf(() => deck.keys('x').then(() => deck.shows(plain.id)));
    // The row that was decided on, and what is known of the next papers.
    expect(cost.reads.filter((stores) => /scores|ranking|decisions/.test(stores))).toEqual([]);
    await deck.keys('x');
    await deck.shows(liked.id);
    await deck.sees('for you, because you saved 15 of 15 on', '.paper-card .likely-line');
  });

  it('teaches at a click that less like it is wanted, and shows the next one', async () => {
    await writeOptions({ newOrder: 'forYou' });
    const deck = await DeckPage.open();
    await waitFor(() => expect(likely).toContain(deck.current()));
    const first = deck.current() ?? '';
    await deck.press('Less like this', '.paper-card:not([inert])');
    await waitFor(() => expect(deck.current()).not.toBe(first));
    await waitFor(async () => expect(await stateOf(first)).toBe('dismissed'));
    const rows = await (await connection()).getAll('decisions');
    expect(rows.at(-1)).toMatchObject({ what: 'less', view: 'deck', ids: [first] });
    await deck.keys('u');
    await deck.shows(first);
  });
});

describe('the order for the reader', () => {
  it('is chosen beside the time limit, kept, and goes through the likeliest first', async () => {
    const deck = await DeckPage.open();
    await deck.shows(other.id);
    const select = await waitFor(() => deck.part('[data-action="new-order"]'));
    await deck.user.selectOptions(select, 'forYou');
    await waitFor(() => expect(likely).toContain(deck.current()));
    const again = await deck.reload();
    await waitFor(() => expect(likely).toContain(again.current()));
    const order = await goThrough(again);
    expect(order.slice(0, 2).sort()).toEqual([...likely]);
    expect(order).toHaveLength(4);
  });

  it('is the one of a session that was kept in another order', async () => {
    await (await DeckPage.open()).shows(other.id);
    await writeOptions({ newOrder: 'forYou' });
    const deck = await DeckPage.open();
    await waitFor(() => expect(likely).toContain(deck.current()));
  });

  it('takes what fits into a time limit from its top', async () => {
    await writeOptions({ newOrder: 'forYou' });
    const deck = await DeckPage.open();
    await waitFor(() => expect(likely).toContain(deck.current()));
    await deck.user.selectOptions(deck.part('.deck-options select'), '5');
    await waitFor(() => expect(likely).toContain(deck.current()));
    expect((await goThrough(deck)).slice(0, 2).sort()).toEqual([...likely]);
  });

  it('has what the reader follows above it', async () => {
    await make({ id: 'birds', subject: 'phrase', value: 'bird songs' });
    await writeOptions({ newOrder: 'forYou' });
    const deck = await DeckPage.open();
    await deck.shows(other.id);
    await decide([other.id], 'dismissed', likedNoon + 500);
    await waitFor(() => expect(likely).toContain(deck.current()));
  });
});
