import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepVerdicts } from '../../../background/jobs/rule-verdicts';
import { preparationRules } from '../../../papers/search/entry';
import { closeConnection, connection } from '../../../store/database/connection';
import { journalStore } from '../../../store/database/schema';
import { listSmartLists } from '../../../store/lists/read';
import { saveSmartList } from '../../../store/lists/write';
import { countNew, recordsOf } from '../../../store/records/queries';
import { setJudgedBy } from '../../../store/rules/judged-by';
import { refreshVerdicts } from '../../../store/rules/refresh';
import { saveRule } from '../../../store/rules/rules';
import { tryRule } from '../../../store/rules/trial';
import { buildSearch } from '../../../store/search/build';
import { maintainSearch } from '../../../store/search/maintain';
import { SearchSession } from '../../../store/search/session';
import { decide } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { found } from '../../support/search';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const titles = ['BERT: Pre-training', 'GPT-4 Technical Report', 'Early exits'];
const idAt = (at: number) => `arxiv:${2000 + at}`;

/** A list as the version before prepared it: capitals, blanks, texts that are strings. */
async function saveByOldRules(count: number): Promise<void> {
  const papers = Array.from({ length: count }, (_, at) =>
    paper(idAt(at), { title: titles[at] ?? `Paper ${at}` }),
  );
  await sightOn('2026-03-27', 1000, ...papers);
  await decide(
    papers.map(({ id }) => id),
    'unread',
    2000,
  );
  await maintainSearch(undefined, 0);
  const database = await connection();
  const chunks = await database.getAll('heads');
  for (const { shape: _shape, ...chunk } of chunks) {
    const text = chunk.id.map(() => '\nBert Pre Training\n\n\n\n\n');
    const texts = chunk.id.map(() => '\n\n\n\n');
    await database.put('heads', { ...chunk, text } as unknown as (typeof chunks)[number]);
    await database.put('bodies', { first: chunk.first, ids: chunk.id, texts: texts as never });
  }
  const old = { id: idAt(count - 1), head: { id: idAt(count - 1), text: '\nOld' }, body: '\nOld' };
  await database.put(journalStore, old as never);
  const generation = (await database.get('preparation', 'search'))?.generation ?? 0;
  await database.put('preparation', { rules: preparationRules - 1, generation }, 'search');
}

/** A signal that lets so many steps be done. */
function stoppingAfter(steps: number): AbortSignal {
  const { signal } = new AbortController();
  let left = steps;
  Object.defineProperty(signal, 'aborted', {
    get: () => {
      left -= 1;
      return left < 0;
    },
  });
  return signal;
}

const preparation = async () => (await connection()).get('preparation', 'search');

describe('a list that was prepared by other rules', () => {
  it('is prepared anew in slices, and goes on where that was stopped', async () => {
    await saveByOldRules(600);
    const before = (await preparation())?.generation ?? 0;
    await buildSearch(stoppingAfter(1));
    const halfway = await preparation();
    expect(halfway).toEqual({
      rules: preparationRules,
      generation: before + 1,
      upTo: idAt(499),
    });
    await saveNote(idAt(0), 'A haystack', 0, '—', 3000);
    await saveNote(idAt(550), 'Another haystack', 0, '—', 3000);
    await buildSearch();
    expect(await preparation()).toEqual({ rules: preparationRules, generation: before + 2 });
    expect((await found('haystack')).toSorted()).toEqual([idAt(0), idAt(550)]);
    expect(await found('pretraining')).toEqual([idAt(0)]);
    expect((await found('bert')).length).toBe(1);
  });

  it('is prepared to the end though the connection is closed between two steps, as another window has it', async () => {
    await saveByOldRules(600);
    const { signal } = new AbortController();
    Object.defineProperty(signal, 'aborted', {
      get: () => {
        void closeConnection();
        return false;
      },
    });
    await maintainSearch(signal, 0);
    expect(await preparation()).not.toHaveProperty('upTo');
    expect(await found('gpt4')).toEqual([idAt(1)]);
  });

  it('is searched whole while that goes on, by all who ask at once', async () => {
    await saveByOldRules(600);
    const keeping = maintainSearch();
    const [one, other] = [new SearchSession(), new SearchSession()];
    const results = await Promise.all([one.search('gpt4'), other.search('paper 599')]);
    expect(results.map((result) => result?.ids)).toEqual([[idAt(1)], [idAt(599)]]);
    await keeping;
    expect(await found('gpt4')).toEqual([idAt(1)]);
  });

  it('is written to before anybody prepares it, and nothing of the old texts is left', async () => {
    await saveByOldRules(3);
    await decide([idAt(2)], 'reading', 3000);
    await decide([idAt(0)], 'deleted', 3000);
    expect(await found('early is:reading')).toEqual([idAt(2)]);
    expect(await found('old')).toEqual([]);
    expect(await found('pretraining')).toEqual([]);
    expect(await (await connection()).count(journalStore)).toBe(0);
  });
});

describe('papers that were judged by other rules of comparing', () => {
  const rule = { id: 'm', effect: 'mute', subject: 'phrase', value: '3D gaussian' } as const;

  /** As the version before left it: the rule kept, its paper not muted, and that noted as done. */
  async function judgeByOldRules(): Promise<void> {
    const title = 'Compact 3D Gaussians for SLAM';
    await sightOn('2026-03-27', 1000, paper('arxiv:1', { title }), paper('arxiv:2'));
    await saveRule(rule, 2000);
    const named = JSON.stringify([[rule.id, rule.effect, rule.subject, rule.value]]);
    await setJudgedBy(named);
  }

  it('are judged anew once, and the rule keeps its words', async () => {
    await judgeByOldRules();
    expect(await countNew()).toMatchObject({ new: 2, muted: 0 });
    expect((await tryRule(rule, 3000)).muted.map(({ id }) => id)).toEqual(['arxiv:1']);
    expect(await refreshVerdicts(3000)).toBe(true);
    expect(await recordsOf(['arxiv:1'])).toMatchObject([{ mutedBy: 'm' }]);
    expect(await countNew()).toMatchObject({ new: 1, muted: 1 });
    expect(await refreshVerdicts(3000)).toBe(false);
    expect(await (await connection()).get('rules', 'm')).toMatchObject(rule);
  });

  it('are judged anew as soon as the update is there', async () => {
    await judgeByOldRules();
    keepVerdicts();
    const updated = { reason: 'update', previousVersion: '0.0.9' } as const;
    await fakeBrowser.runtime.onInstalled.trigger(updated);
    await expect.poll(() => countNew()).toMatchObject({ muted: 1 });
    await expect.poll(() => refreshVerdicts(3000)).toBe(false);
  });
});

describe('a smart list with a moving date', () => {
  it('is kept as it was typed, and finds by the day on which it is asked', async () => {
    const query = 'after:7d   "world  model"';
    const list = { id: 'l', name: 'Week', icon: '★', order: 'best', isPinned: false };
    await saveSmartList({ ...list, query }, 1500);
    expect((await listSmartLists()).map((one) => one.query)).toEqual([query]);
    const title = 'World Models';
    const papers = [25, 28].map((day) =>
      paper(`arxiv:${day}`, { title, publishedAt: `2026-03-${day}` }),
    );
    await sightOn('2026-03-29', 1000, ...papers);
    await decide(['arxiv:25', 'arxiv:28'], 'unread', 2000);
    let now = new Date(2026, 3, 1, 12).getTime();
    const session = new SearchSession(() => now);
    expect((await found(query, session)).toSorted()).toEqual(['arxiv:25', 'arxiv:28']);
    expect(await session.count(query)).toBe(2);
    now = new Date(2026, 3, 3, 12).getTime();
    expect(await found(query, session)).toEqual(['arxiv:28']);
    expect(await session.count(query)).toBe(1);
    expect(await found('before:7d', session)).toEqual(['arxiv:25']);
  });
});
