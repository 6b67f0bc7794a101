import { describe, expect, it } from 'vitest';
import { importJson } from '../../../imports/json';
import { changeMany } from '../../../store/actions/change';
import { deleteEverything, readContents } from '../../../store/backup/contents';
import { listTags, recordsOf } from '../../../store/records/queries';
import { listRules } from '../../../store/rules/read';
import { saveRule } from '../../../store/rules/rules';
import { addTag, decide } from '../../../store/words/decide';
import { deleteTag, mergeTags, renameTag } from '../../../store/words/tags';
import { exportJson } from '../../support/backup-version-2';
import { restoreNow } from '../../support/contents';
import { found } from '../../support/search';
import { paper, sightOn, useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

const typed = ['#rl', '強化学習、言語モデル', 'vision; sft', '\u200b', '#'];
const meant = ['rl', '強化学習', '言語モデル', 'vision', 'sft'];

const tagsOf = async (id = 'arxiv:1') => (await recordsOf([id]))[0]?.tags;

async function save(...tags: readonly string[]): Promise<void> {
  await sightOn('2026-03-27', 1000, paper('arxiv:1'), paper('arxiv:2'));
  await decide(['arxiv:1'], 'unread', 1100);
  await setTags('arxiv:1', tags, 1200);
}

describe('whatever takes the names of tags', () => {
  it('takes them the same: the field, a list of papers, the page bar, a rule', async () => {
    await save(...typed);
    expect(await tagsOf()).toEqual(meant);
    await changeMany(['arxiv:1'], { kind: 'tag', add: [], remove: ['#RL；vision'] }, 1300);
    expect(await tagsOf()).toEqual(['強化学習', '言語モデル', 'sft']);
    await changeMany(['arxiv:1'], { kind: 'tag', add: typed, remove: [] }, 1400);
    expect(await tagsOf()).toEqual(['強化学習', '言語モデル', 'sft', 'rl', 'vision']);
    await addTag('arxiv:2', '#rl, sft', 1500);
    expect(await tagsOf('arxiv:2')).toEqual(['rl', 'sft']);
    const rule = { id: 'rule', effect: 'follow', subject: 'author', value: 'Ada' } as const;
    await saveRule({ ...rule, tags: typed }, 1600);
    expect(await listRules()).toMatchObject([{ tags: meant }]);
  });

  it('takes a backup of before, with its rules and colours', async () => {
    await save('rl');
    const contents = await readContents();
    const old = {
      ...contents,
      papers: contents.papers.map((one) => (one.tags.length ? { ...one, tags: typed } : one)),
      tags: [{ key: '#rl', name: '#rl', hue: 120 }],
      rules: [
        {
          id: 'rule',
          effect: 'follow',
          subject: 'author',
          value: 'Ada',
          tags: typed,
          createdAt: 1,
        },
        {
          id: 'none',
          effect: 'follow',
          subject: 'author',
          value: 'Eve',
          tags: ['#'],
          createdAt: 2,
        },
      ] as const,
    };
    const file = importJson(exportJson(old, '0.3', '2026-04-01T00:00Z')).contents;
    await deleteEverything();
    await restoreNow(file);
    expect(await tagsOf()).toEqual(meant);
    expect((await listTags()).find(({ key }) => key === 'rl')).toMatchObject({
      hue: 120,
      count: 1,
    });
    expect((await listRules()).map(({ tags }) => tags)).toEqual([meant, undefined]);
    await restoreNow(file);
    expect(await tagsOf()).toEqual(meant);
  });

  it('takes no name that is none, and saves no paper for it', async () => {
    await save();
    for (const name of ['#', '\u3164', '、']) await addTag('arxiv:2', name, 1500);
    expect(await recordsOf(['arxiv:2'])).toMatchObject([{ tags: [] }]);
    expect((await recordsOf(['arxiv:2']))[0]?.savedAt).toBeUndefined();
    expect(await renameTag('rl', ' # ', 1600)).toMatchObject({ changed: 0 });
  });

  it('makes several tags of one that is given a list for a name', async () => {
    await save('old', 'old/more', 'rl');
    await renameTag('old', '#rl、sft', 1300, { withNested: true });
    expect(await tagsOf()).toEqual(['rl', 'sft', 'rl/more', 'sft/more']);
    await mergeTags(['rl', 'sft'], '＃one', 1400);
    expect(await tagsOf()).toEqual(['one', 'rl/more', 'sft/more']);
    await deleteTag('one', 1500);
    expect(await tagsOf()).toEqual(['rl/more', 'sft/more']);
  });
});

describe('a search for a tag', () => {
  it('finds it however it is written, and of a list the papers with all of them', async () => {
    await save(...typed);
    await addTag('arxiv:2', 'rl', 1300);
    expect(await found('tag:#rl')).toEqual(['arxiv:2', 'arxiv:1']);
    expect(await found('tag:"＃ RL"')).toEqual(['arxiv:2', 'arxiv:1']);
    expect(await found('tag:rl；sft')).toEqual(['arxiv:1']);
    expect(await found('-tag:rl；sft')).toEqual(['arxiv:2']);
    expect(await found('tag:none OR tag:rl,sft')).toEqual(['arxiv:1']);
    expect(await found('tag:rl,sft OR is:unread')).toEqual(['arxiv:2', 'arxiv:1']);
  });
});
