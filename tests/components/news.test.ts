import { describe, expect, it } from 'vitest';
import type { PollState } from '../../lib/poll-state';
import { askedWords, type News, newsFacts, newsHeadline } from '../../wording/news';

const minute = 60_000;
const now = Date.UTC(2026, 10, 26, 12);
const asked: PollState = {
  since: '2026-11-20',
  failures: 0,
  lastAskedAt: now - 12 * minute,
  lastAnswerAt: now - 12 * minute,
};

function news(count: number, more: Partial<News> = {}): News {
  return {
    counts: { new: count, seen: 0, muted: 0, followed: 0 },
    dayCount: count > 0 ? 1 : 0,
    knowsToday: true,
    poll: asked,
    isAsking: true,
    ...more,
  };
}

describe('the head of the new papers', () => {
  it.each<[string, News, string, string[]]>([
    [
      'a list still fills',
      news(12, { filling: { new: 12, isToday: true } }),
      '12 new so far, and the list is still filling',
      [],
    ],
    [
      'of several days',
      news(132, { dayCount: 6, filling: { new: 12, isToday: true } }),
      '132 new · 6 days',
      ['12 new so far today, and the list is still filling'],
    ],
    [
      'yesterday’s is not whole either',
      news(20, { dayCount: 3, filling: { new: 15, isToday: false } }),
      '20 new · 3 days',
      ['15 new on lists that are still filling'],
    ],
    [
      'none of them is today’s',
      news(1, { filling: { new: 0, isToday: true } }),
      '1 new · 1 day',
      ['today’s list is still filling'],
    ],
    [
      'none of them is on those that fill, of which one is not today’s',
      news(1, { filling: { new: 0, isToday: false } }),
      '1 new · 1 day',
      ['some lists are still filling'],
    ],
    [
      'all of today’s are decided on',
      news(0, { filling: { new: 0, isToday: true } }),
      'Nothing new today. The list is still filling.',
      [],
    ],
    ['today is one of a weekend', news(0, { isWeekend: true }), 'No list at weekends', []],
    [
      'it is, and the site never answered',
      news(0, { isWeekend: true, knowsToday: false, poll: { since: '2026-11-26', failures: 2 } }),
      'Offprint has not looked for new papers yet',
      [],
    ],
    [
      'today was not asked for',
      news(0, { filling: { new: 0, isToday: true }, knowsToday: false }),
      'Today’s papers are not known yet',
      [],
    ],
    [
      'the site has not answered since yesterday',
      news(0, { knowsToday: false }),
      'Today’s papers are not known yet',
      [],
    ],
    [
      'nothing was ever answered',
      news(0, { knowsToday: false, poll: { since: '2026-11-26', failures: 2, lastAskedAt: now } }),
      'Offprint has not looked for new papers yet',
      [],
    ],
    [
      'nothing was ever asked',
      {
        counts: { new: 0, seen: 0, muted: 0, followed: 0 },
        dayCount: 0,
        knowsToday: false,
        isAsking: true,
      },
      'Offprint has not looked for new papers yet',
      [],
    ],
    [
      'looking is turned off',
      news(0, { knowsToday: false, isAsking: false }),
      'Nothing new on the pages you opened',
      [],
    ],
    [
      'rules have a say',
      news(9, { counts: { new: 9, seen: 0, muted: 2, followed: 3 } }),
      '9 new · 1 day',
      ['3 papers that your rules follow', '2 muted papers'],
    ],
    [
      'some were glimpsed',
      news(12, { counts: { new: 12, seen: 6, muted: 0, followed: 0 }, dayCount: 2 }),
      '12 new, 6 seen and undecided · 2 days',
      [],
    ],
    [
      'all were glimpsed, and more may come',
      news(0, {
        counts: { new: 0, seen: 6, muted: 0, followed: 0 },
        dayCount: 1,
        filling: { new: 0, isToday: true },
      }),
      '6 seen and undecided · 1 day',
      ['today’s list is still filling'],
    ],
    [
      'all are muted',
      news(0, {
        counts: { new: 0, seen: 0, muted: 2, followed: 0 },
        filling: { new: 0, isToday: true },
      }),
      'Nothing new today. The list is still filling.',
      ['2 muted papers'],
    ],
  ])('never claims more than is known: %s', (_, given, headline, facts) => {
    expect([newsHeadline(given), newsFacts(given)]).toEqual([headline, facts]);
  });
});

describe('when the site was asked', () => {
  const words = (more: Partial<PollState>) =>
    askedWords({ poll: { ...asked, ...more }, isAsking: true }, now);

  it('is told as the time since', () => {
    expect(words({})).toBe('Checked 12 minutes ago');
    expect(words({ lastAskedAt: now - 30_000 })).toBe('Checked just now');
    expect(words({ lastAskedAt: now - 47 * 60 * minute })).toBe('Checked 47 hours ago');
    expect(words({ lastAskedAt: now - 50 * 60 * minute })).toBe('Checked 2 days ago');
  });

  it('was just now by a clock that was set back', () => {
    expect(words({ lastAskedAt: now + 90 * minute })).toBe('Checked just now');
  });

  it.each([
    ['offline', 'Hugging Face could not be reached.'],
    ['refused', 'Offprint may not ask Hugging Face for its list.'],
    ['busy', 'Hugging Face is busy and asked for a pause.'],
    ['broken', 'Hugging Face’s answer could not be read.'],
    ['changed', 'Hugging Face tells its list in a way'],
  ] as const)(
    'tells in words that it was %s, that what is known stays, and how old it is',
    (problem, sentence) => {
      const told = words({ problem, failures: 2, lastAnswerAt: now - 200 * minute });
      expect(told.startsWith(sentence)).toBe(true);
      expect(told).toContain('What is known stays');
      expect(told).toContain('The last answer came 3 hours ago.');
      expect(told).not.toContain('Asked again');
    },
  );

  it('says when it is asked again, while that lies ahead', () => {
    const at = new Date(2026, 10, 26, 15, 30).getTime();
    expect(
      askedWords({ poll: { ...asked, problem: 'busy', notBefore: at }, isAsking: true }, at - 1),
    ).toContain('Offprint checks again at 15:30.');
    expect(
      askedWords({ poll: { ...asked, problem: 'busy', notBefore: at }, isAsking: true }, at),
    ).not.toContain('Asked again');
  });

  it('is not told while nobody asks', () => {
    expect(askedWords({ poll: asked, isAsking: false }, now)).toBe(
      'Offprint does not look for new papers by itself.',
    );
    expect(askedWords({ isAsking: true }, now)).toBe(
      'Offprint checks Hugging Face by itself within the hour.',
    );
  });
});
