import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { Folding } from '../../content/bar/folding';
import { itemsOf } from '../../content/bar/layout-items';
import { sorted } from '../../content/bar/menu/sorting';
import { foldOf, pageCountsOf } from '../../content/bar/page-counts';
import { remarksLine } from '../../content/controls/remarks-line';
import type { PageView } from '../../content/page/shared-page';
import type { Remarks } from '../../lib/messages';
import type { PaperState } from '../../papers/paper';

type Paper = readonly [id: string, state?: PaperState | undefined, upvotes?: number];

function viewOf(papers: readonly Paper[], remarks: Record<string, Remarks> = {}): PageView {
  return {
    kind: 'huggingface/day',
    visit: { digest: 'huggingface:day:2026-03-27', shows: 'digest', visitAt: 1000 },
    papers: papers.map(([id, , upvotes = 0]) => ({ id, upvotes })),
    cards: [],
    states: new Map(papers.flatMap(([id, state]) => (state ? [[id, state]] : []))),
    remarks,
  };
}

const view = viewOf(
  [
    ['arxiv:1', 'seen', 3],
    ['arxiv:2', 'new', 1],
    ['arxiv:3', 'unread', 9],
    ['arxiv:4', 'dismissed', 3],
    ['arxiv:5', 'new', 7],
    ['arxiv:6', undefined, 2],
    ['arxiv:7', 'read', 5],
  ],
  { 'arxiv:5': { muted: 'splat' }, 'arxiv:3': { followed: ['Ada'] } },
);

describe('the counts of the bar', () => {
  it('count as the badge does: muted papers are not new', () => {
    expect(pageCountsOf(view)).toEqual({
      new: 1,
      uncounted: [],
      total: 7,
      known: 6,
      saved: 2,
      seen: 2,
      muted: 1,
      cross: 0,
      replaced: 0,
      rest: ['arxiv:1', 'arxiv:2'],
      restSeen: ['arxiv:1'],
    });
  });

  it('leave out of the rest what is in the bin: dismissing the rest leaves that alone', () => {
    const remarks = { 'arxiv:1': { isBinned: true } } as const;
    expect(pageCountsOf(viewOf([['arxiv:1', 'seen']], remarks))).toMatchObject({
      seen: 1,
      rest: [],
    });
  });

  it('tell cross-lists and replacements apart, and leave out the latter while they are folded away', () => {
    const listed = {
      ...viewOf([
        ['arxiv:1', 'missed'],
        ['arxiv:2', 'missed'],
        ['arxiv:3', 'missed'],
        ['arxiv:4', 'seen'],
        ['arxiv:5', 'unread'],
      ]),
      sections: new Map([
        ['arxiv:2', 'cross'],
        ['arxiv:3', 'replaced'],
        ['arxiv:4', 'replaced'],
        ['arxiv:5', 'replaced'],
      ] as const),
    };
    expect(pageCountsOf(listed)).toMatchObject({
      new: 3,
      cross: 1,
      replaced: 1,
      seen: 1,
      saved: 1,
    });
    expect(pageCountsOf(listed, true)).toMatchObject({
      ...{ new: 2, cross: 1, replaced: 1, uncounted: ['arxiv:1', 'arxiv:2'] },
      rest: ['arxiv:1', 'arxiv:2', 'arxiv:4'],
    });
    const ids = listed.papers.map(({ id }) => id);
    expect(ids.map((id) => foldOf(listed, id))).toEqual([
      ...[undefined, undefined, 'replaced', 'seen'],
      undefined,
    ]);
  });

  it('a muted paper that is decided folds no longer', () => {
    expect(foldOf(view, 'arxiv:5')).toBe('muted');
    const decided = viewOf([['arxiv:5', 'unread']], { 'arxiv:5': { muted: 'splat' } });
    expect(foldOf(decided, 'arxiv:5')).toBeUndefined();
  });
});

describe('what is said on a card', () => {
  const now = Date.parse('2026-03-27T12:00:00Z');

  it('is why it is followed or muted, and that it comes again', () => {
    expect(remarksLine({ muted: 'splat' }, now)).toBe('You mute splat');
    expect(remarksLine({ followed: ['Ada', 'Borel'], firstDay: '2026-03-24' }, now)).toBe(
      'You follow Ada, Borel · Listed again, first on 24 Mar',
    );
    expect(remarksLine(undefined, now)).toBe('');
  });
});

describe('another order', () => {
  it('puts new papers first and muted ones last, and keeps the order of the page among equals', () => {
    expect(sorted(view, 'new')?.ids.map((id) => id.slice(6))).toEqual([
      '2',
      '1',
      '3',
      '7',
      '4',
      '6',
      '5',
    ]);
    expect(sorted(view, 'upvotes')?.ids.map((id) => id.slice(6))).toEqual([
      '3',
      '5',
      '7',
      '1',
      '4',
      '6',
      '2',
    ]);
  });
});

describe('the order "for you"', () => {
  const now = Date.parse('2026-03-27T12:00:00Z');
  const scored = (scores: Record<string, Remarks>) =>
    sorted(
      viewOf(
        view.papers.map(({ id }) => [id, view.states.get(id)] as const),
        scores,
      ),
      'forYou',
      true,
      now,
    );

  it('is none before it is known of any paper how much it is for the reader', () => {
    expect(scored({ 'arxiv:1': { firstDay: '2026-03-01' } })).toBeUndefined();
  });

  it('has the likeliest first, below what is followed, and last what is muted', () => {
    const order = scored({
      'arxiv:1': { score: 2, likely: 3 },
      'arxiv:2': { score: -4, followed: ['Ada'] },
      'arxiv:3': { followed: ['Ada'] },
      'arxiv:5': { score: 5, muted: 'splat' },
    });
    expect(order?.ids.map((id) => id.slice(6))).toEqual(['2', '1', '3', '4', '6', '7', '5']);
    expect(order?.widening.size).toBe(0);
  });
});

describe('a card of the page', () => {
  const { document } = new JSDOM(`<main><div class="grid">
    <div id="a"><span><article id="1"></article></span></div>
    <div id="b"><article id="2"></article></div>
    <article id="3"></article></div></main>`).window;
  const cards = [...document.querySelectorAll<HTMLElement>('article')].map((element) => ({
    id: `arxiv:${element.id}`,
    element,
  }));

  it('takes its place in the layout with the wrapper that it is alone in', () => {
    expect(itemsOf(cards).map(({ item }) => item.id)).toEqual(['a', 'b', '3']);
  });

  it('that is alone on the page is its own place', () => {
    expect(itemsOf(cards.slice(0, 1)).map(({ item }) => item.id)).toEqual(['1']);
  });

  it('is folded away by attributes that leave no trace', () => {
    const before = document.documentElement.outerHTML;
    const page = { controlOf: () => undefined } as never;
    const folding = new Folding(document, page);
    folding.show(itemsOf(cards), ({ id }) => (id === 'arxiv:2' ? 'seen' : undefined));
    folding.hide(['seen', 'muted']);
    expect(document.documentElement.getAttribute('data-offprint-hide')).toBe('seen muted');
    const folded = [...document.querySelectorAll('[data-offprint-fold]')].map(({ id }) => id);
    expect(folded).toEqual(['b']);
    folding.remove();
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
