import { describe, expect, it } from 'vitest';
import { followChanges } from '../../../lib/changes';
import { connection } from '../../../store/database/connection';
import { type AlikePapers, findAlike } from '../../../store/ranking/alike';
import { readKeptTraits } from '../../../store/ranking/kept-traits';
import { rankWaiting } from '../../../store/ranking/score-papers';
import { decide } from '../../../store/words/decide';
import {
  decidedId,
  decideLiked,
  likedDay,
  likedNoon,
  sightWaiting,
  waiting,
} from '../../support/liked';
import { requestsOf } from '../../support/requests';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

async function alikeTo(id: string): Promise<AlikePapers[]> {
  const told: AlikePapers[] = [];
  await findAlike(id, likedNoon, (found) => told.push(found));
  return told;
}

const idsOf = (papers: readonly { readonly id: string }[] = []) => papers.map(({ id }) => id);

/** Has everything worked out, and then one paper become like those that the reader likes. */
async function haveOneChanged(): Promise<void> {
  await decideLiked(40);
  await sightWaiting();
  await rankWaiting(likedNoon);
  await sightOn(
    likedDay,
    likedNoon + 1,
    paper(waiting.other.id, { title: 'Test-time compute for verifiers and birds' }),
  );
}

describe('papers like one', () => {
  it('are found among what waits and in the list, the paper itself left out', async () => {
    await decideLiked(40);
    await sightWaiting();
    const last = (await alikeTo(waiting.liked.id)).at(-1);
    expect(idsOf(last?.fresh)).toEqual([waiting.also.id]);
    expect(last?.own.length).toBe(5);
    expect(idsOf(last?.own)).not.toContain(decidedId(1));
    expect(last?.isDone).toBe(true);
  });

  it('are the same once they are kept, and told at once then', async () => {
    await decideLiked(40);
    await sightWaiting();
    const first = await alikeTo(waiting.liked.id);
    const second = await alikeTo(waiting.liked.id);
    expect(first.map(({ isDone }) => isDone)).toEqual([false, true]);
    expect(second).toEqual(first.slice(1));
  });

  it('are looked for without reading the text of what is not like it', async () => {
    await decideLiked(60);
    await sightWaiting();
    await sightOn(
      likedDay,
      likedNoon,
      ...Array.from({ length: 100 }, (_, at) =>
        paper(`arxiv:2604.${at}`, { title: `Gardens ${at}` }),
      ),
    );
    await rankWaiting(likedNoon);
    const { requests } = await requestsOf(() => alikeTo(waiting.liked.id));
    const texts = Object.entries(requests).filter(([name]) => name.startsWith('details.'));
    expect(texts.reduce((sum, [, count]) => sum + count, 0)).toBeLessThan(20);
  });

  it('counts what a paper has become', async () => {
    await haveOneChanged();
    await decide([decidedId(1)], 'unread', likedNoon + 2);
    for (let at = 3; at < 9; at += 1) await decide([decidedId(at)], 'unread', likedNoon + at);
    await rankWaiting(likedNoon, undefined, [waiting.other.id]);
    expect(idsOf((await alikeTo(waiting.liked.id)).at(-1)?.fresh)).toContain(waiting.other.id);
  });

  it('counts what a paper has become, where who was told of it was stopped before that was looked at', async () => {
    await haveOneChanged();
    const some = (from: number) => Array.from({ length: 6 }, (_, at) => decidedId(from + at));
    for (const id of some(1)) await decide([id], 'unread', likedNoon + 2);
    const [stopping, following] = [new AbortController(), new AbortController()];
    followChanges(({ stores }) => {
      if (stores?.includes('scores')) stopping.abort();
    }, following.signal);
    await rankWaiting(likedNoon, stopping.signal, [waiting.other.id]);
    following.abort();
    for (const id of some(9)) await decide([id], 'unread', likedNoon + 3);
    await rankWaiting(likedNoon);
    expect(stopping.signal.aborted).toBe(true);
    expect(idsOf((await alikeTo(waiting.liked.id)).at(-1)?.fresh)).toContain(waiting.other.id);
  });

  it('keeps nothing of a paper that is in no list any more', async () => {
    await decideLiked(40);
    await sightWaiting();
    await rankWaiting(likedNoon);
    await decide(
      Object.values(waiting).map(({ id }) => id),
      'dismissed',
      likedNoon + 1,
    );
    await alikeTo(decidedId(0));
    const kept: string[] = [];
    for await (const row of readKeptTraits(likedNoon, 'sketch'))
      kept.push(...(row.kept?.ids ?? []));
    expect(kept).not.toContain(waiting.liked.id);
    expect(kept).toContain(decidedId(0));
  });

  it('are none of a paper that nobody knows', async () => {
    expect(await alikeTo('arxiv:2604.99999')).toEqual([{ fresh: [], own: [], isDone: true }]);
    expect(await (await connection()).count('ranking')).toBe(0);
  });
});
