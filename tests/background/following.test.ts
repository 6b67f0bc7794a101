import { describe, expect, it } from 'vitest';
import { barHandlers } from '../../background/messages/bar-handlers';
import { makeRule } from '../../store/rules/making';
import { listRules } from '../../store/rules/read';
import { handlers } from '../support/handlers';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();

const page = { id: 'offprint', url: 'https://huggingface.co/papers/date/2026-03-27' };
const followsOf = async (id: string) => {
  const { follows } = (await barHandlers.paperText({ id }, page)) ?? {};
  return follows?.map(({ name, isFollowed }) => [name, isFollowed]);
};

describe('what can be followed where a paper is read on a page', () => {
  it('is its organisation and its first author, in words', async () => {
    const authors = ['Lovelace, Ada', 'Borel'];
    await sightOn('2026-03-27', 1000, paper('arxiv:1', { organization: 'ByteDance', authors }));
    await sightOn('2026-03-27', 1000, paper('arxiv:2', { organization: '!!!', authors: [] }));
    expect(await followsOf('arxiv:1')).toEqual([
      ['ByteDance', false],
      ['authors named Ada Lovelace', false],
    ]);
    expect(await followsOf('arxiv:2')).toEqual([]);
  });

  it('is told as followed once it is, and said twice it is one rule', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1', { organization: 'ByteDance' }));
    const [offer] = (await barHandlers.paperText({ id: 'arxiv:1' }, page))?.follows ?? [];
    for (const _ of [1, 2])
      expect(await barHandlers.makeRule({ draft: offer?.draft }, page)).toMatchObject({
        said: 'You follow ByteDance from now on',
      });
    expect(await followsOf('arxiv:1')).toEqual([
      ['ByteDance', true],
      ['authors named Ada Lovelace', false],
    ]);
    expect(await listRules()).toHaveLength(1);
    expect(await handlers.states({ ids: ['arxiv:1'], visitAt: 1000 }, page)).toMatchObject({
      remarks: { 'arxiv:1': { followed: ['ByteDance'] } },
    });
  });

  it('keeps what its rule does by itself, when it is followed once more', async () => {
    const draft = { effect: 'follow', subject: 'organization', value: 'ByteDance' } as const;
    await makeRule({ ...draft, saves: true, tags: ['lab'] }, 2000);
    await makeRule({ ...draft, value: 'bytedance' }, 3000);
    expect(await listRules()).toMatchObject([{ value: 'ByteDance', saves: true, tags: ['lab'] }]);
  });

  it('is on offer while it is muted: to follow it is a change of mind', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1', { organization: 'ByteDance' }));
    const draft = { subject: 'organization', value: 'bytedance' } as const;
    await makeRule({ ...draft, effect: 'mute' }, 2000);
    const [before] = await listRules();
    expect((await followsOf('arxiv:1'))?.[0]).toEqual(['ByteDance', false]);
    await barHandlers.makeRule({ draft: { ...draft, effect: 'follow' } }, page);
    const [after, ...others] = await listRules();
    expect(after).toMatchObject({ id: before?.id, effect: 'follow' });
    expect(others).toEqual([]);
  });
});
