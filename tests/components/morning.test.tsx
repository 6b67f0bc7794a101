// @vitest-environment jsdom

import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PollState } from '../../lib/poll-state';
import { MorningDigest, type MorningProps } from '../../pages/popup/new-papers/morning-digest';
import { NewsHead } from '../../pages/popup/new-papers/news-head';
import { emptyRecord } from '../../papers/merge';
import type { Rule, RuleSubject } from '../../papers/rules/rule';

let root: HTMLElement;
const now = Date.UTC(2026, 10, 26, 12);
const record = (id: string, title: string) => ({ ...emptyRecord(id, 0), title });

beforeEach(() => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
});
afterEach(() => act(() => render(null, root)));

const words = () => root.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const button = (name: string) => {
  const found = [...root.querySelectorAll('button')].find(
    (one) => one.textContent === name || one.getAttribute('aria-label') === name,
  );
  if (!found) throw new Error(`no button “${name}”`);
  return found;
};

const rule = (subject: RuleSubject, value: string): Rule => ({
  id: value,
  effect: 'follow',
  subject,
  value,
  createdAt: 1,
});

function drawDigest(more: Partial<MorningProps> = {}): MorningProps {
  const props: MorningProps = {
    morning: {
      day: '2026-11-25',
      top: [record('arxiv:1', 'A top one')],
      caught: [
        {
          paper: record('arxiv:2', 'One of the lab'),
          by: [rule('organization', 'Example Lab'), rule('phrase', 'agents')],
        },
      ],
      moreCaught: 7,
      due: [{ ...record('arxiv:3', 'One to come'), state: 'snoozed' }],
    },
    now,
    isFolded: false,
    onFold: vi.fn(),
    onSave: vi.fn(),
    onVisit: vi.fn(),
    onCopy: vi.fn(),
    onDownload: vi.fn(),
    ...more,
  };
  act(() => render(<MorningDigest {...props} />, root));
  return props;
}

describe('the morning digest', () => {
  it('says why each paper is there, and offers to save what is undecided', () => {
    const { onSave } = drawDigest();
    expect([...root.querySelectorAll('h3')].map((one) => one.textContent)).toEqual([
      'Caught by your rules',
      'Back from snooze today',
      expect.stringMatching(/^Most upvoted on Wed.* 25 Nov$/),
    ]);
    expect(root.querySelector('[data-digest="arxiv:2"]')?.textContent).toMatch(
      /Example Lab.*agents/,
    );
    expect(words()).toContain('and 7 more');
    expect(root.querySelector('[data-digest="arxiv:3"] button')).toBeNull();
    button('Save “A top one”').click();
    expect(onSave).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'arxiv:1' }));
  });

  it('leaves out a part without papers', () => {
    drawDigest({
      morning: { top: [], caught: [], moreCaught: 0, due: [record('arxiv:3', 'One to come')] },
    });
    expect([...root.querySelectorAll('h3')].map((one) => one.textContent)).toEqual([
      'Back from snooze today',
    ]);
  });

  it('takes being drawn open or folded for no wish of the reader’s', () => {
    for (const isFolded of [false, true]) {
      const { onFold } = drawDigest({ isFolded });
      const details = root.querySelector('details');
      if (!details) throw new Error('there is no digest');
      details.dispatchEvent(new Event('toggle'));
      expect(onFold).not.toHaveBeenCalled();
      details.open = isFolded;
      details.dispatchEvent(new Event('toggle'));
      expect(onFold).toHaveBeenCalledExactlyOnceWith(!isFolded);
      act(() => render(null, root));
    }
  });
});

describe('the head of the new papers', () => {
  const draw = (count: number, isAsking: boolean, poll?: PollState) => {
    const handlers = { onDeck: vi.fn(), onOptions: vi.fn(), onCheck: vi.fn() };
    const counts = { new: count, seen: 0, muted: 0, followed: 0 };
    const news = { counts, dayCount: 1, knowsToday: false, isAsking, ...(poll ? { poll } : {}) };
    act(() =>
      render(
        <NewsHead
          news={news}
          now={now}
          isAlone={count === 0}
          isTold={false}
          deckAddress="https://deck.example/"
          todayAddress="https://today.example/"
          {...handlers}
        />,
        root,
      ),
    );
    return handlers;
  };

  it('says when the site was checked, and checks it now where that is of use', () => {
    const poll = { since: '2026-03-20', failures: 0, lastAskedAt: now - 21 * 60_000 };
    const check = () => root.querySelector<HTMLButtonElement>('[data-action="check"]');
    const { onCheck } = draw(0, true, poll);
    expect(words()).toContain('Checked 21 minutes ago · Check now');
    check()?.click();
    expect(onCheck).toHaveBeenCalledOnce();
    draw(0, true, { ...poll, problem: 'busy', notBefore: now + 1 });
    expect(check()).toBeNull();
    draw(0, true, { ...poll, problem: 'refused' });
    expect(check()).toBeNull();
    draw(0, false, poll);
    expect(check()).toBeNull();
  });

  it('leads to the deck when something is new; with a modifier the browser does what it always does', () => {
    const { onDeck } = draw(3, true);
    const link = root.querySelector<HTMLAnchorElement>('a.main');
    const press = (more: MouseEventInit) =>
      link?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...more }));
    expect(press({ ctrlKey: true })).toBe(true);
    expect(onDeck).not.toHaveBeenCalled();
    expect(press({})).toBe(false);
    expect(onDeck).toHaveBeenCalledOnce();
  });

  it('leads to the site’s list when nothing is, and to the options where only they help', () => {
    const { onOptions } = draw(0, false);
    expect(root.querySelector('a')?.href).toBe('https://today.example/');
    expect(words()).toContain('Offprint does not look for new papers by itself.');
    button('Options').click();
    expect(onOptions).toHaveBeenCalledOnce();
  });
});
