// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { deckUrl } from '../../../lib/deck-address';
import { readScope, sameScope } from '../../../papers/deck/scope';
import { recordSighting } from '../../../store/records/sightings';
import { decide } from '../../../store/words/decide';
import { listTitle } from '../../../wording/list-name';
import { current, left, open, useDeck } from '../../support/deck-service';
import { paper } from '../../support/store';

useDeck();

const list = 'arxiv:list:cs.CL:2026-08-12';
const ids = ['arxiv:2608.00001', 'arxiv:2608.00002'];

function openList() {
  const papers = ids.map((id) => paper(id));
  const visit = { digest: list, shows: 'digest', visitAt: 3000, isOffList: true } as const;
  return recordSighting({ ...visit, papers });
}

describe('the deck of a list that nobody follows', () => {
  it('has what is on the list, and nothing of Daily Papers', async () => {
    await openList();
    const page = await open({ list });
    expect([...left(page)].sort()).toEqual(ids);
    await page.commands.decide('save', 6000);
    await page.service.settle();
    expect(left(page)).toHaveLength(1);
    expect(ids).toContain(current(page));
  });

  it('is no part of the deck of everything', async () => {
    await openList();
    for (const id of left(await open())) expect(ids).not.toContain(id);
  });

  it('leaves out what is decided, and is empty for a list that is not known', async () => {
    await openList();
    await decide(ids.slice(0, 1), 'dismissed', 4000);
    expect(left(await open({ list }))).toEqual(ids.slice(1));
    expect(left(await open({ list: 'arxiv:list:cs.CV:2026-08-12' }))).toEqual([]);
  });

  it('is called by its site, subject and day', () => {
    const now = Date.parse('2026-08-13T00:00:00Z');
    expect(listTitle(list, now)).toBe('arXiv cs.CL · Wed 12 Aug');
  });

  it('is named by its address', () => {
    const { search } = new URL(deckUrl({ list }));
    expect(readScope(search)).toEqual({ list });
    expect(readScope('?list=arxiv:list:cs.CL')).toBeUndefined();
    expect(sameScope({ list }, { list, listed: ids })).toBe(true);
    expect(sameScope({ list }, {})).toBe(false);
  });
});
