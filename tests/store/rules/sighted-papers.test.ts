import { describe, expect, it } from 'vitest';
import { undoLast } from '../../../store/actions/undo';
import { connection } from '../../../store/database/connection';
import { endVisit, noteImpressions } from '../../../store/records/impressions';
import { countNew, counts, listUndecided } from '../../../store/records/queries';
import { recordSighting } from '../../../store/records/sightings';
import { listMuted } from '../../../store/rules/muted';
import { readUnsaved } from '../../../store/search/unsaved';
import { findInconsistencies } from '../../../store/upkeep/consistency';
import { repairInconsistencies } from '../../../store/upkeep/repair';
import { decide } from '../../../store/words/decide';
import { byteDance, gauss, ids, make, mute, recordOf } from '../../support/rules';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

describe('a paper that is sighted', () => {
  it('bears what the rules say of it, and the counters agree', async () => {
    await make({ id: 'follow', value: 'bytedance' });
    await mute('3D gaussian');
    await sightOn('2026-03-27', 1000, byteDance('arxiv:1'), gauss('arxiv:2'), paper('arxiv:3'));
    expect(await recordOf('arxiv:1')).toMatchObject({ matches: ['follow'] });
    expect(await recordOf('arxiv:2')).toMatchObject({ mutedBy: 'mute 3D gaussian' });
    expect(await countNew()).toEqual({ new: 2, muted: 1, followed: 1 });
    expect(await counts()).toMatchObject({ new: 2 });
    expect(ids((await listUndecided('new', 10)).papers)).toEqual(['arxiv:3', 'arxiv:1']);
    expect(ids(await listMuted(10))).toEqual(['arxiv:2']);
    expect((await readUnsaved('new')).map(({ head }) => head.id)).toEqual(['arxiv:1', 'arxiv:3']);
  });

  it('is looked at again when a page tells more, and not muted where it is followed', async () => {
    await make({ id: 'follow', value: 'ByteDance' });
    await mute('splatting');
    await sightOn('2026-03-27', 1000, paper('arxiv:1'));
    await sightOn('2026-03-27', 1100, paper('arxiv:1', { abstract: 'Splatting.' }));
    expect(await countNew()).toEqual({ new: 0, muted: 1, followed: 0 });
    await sightOn('2026-03-28', 1200, byteDance('arxiv:1'));
    expect(await countNew()).toEqual({ new: 1, muted: 0, followed: 1 });
    await sightOn('2026-03-28', 1300, byteDance('arxiv:1', { organization: 'Another' }));
    expect(await countNew()).toEqual({ new: 0, muted: 1, followed: 0 });
  });

  it('by a search for a site is known by where it was', async () => {
    await make({ id: 'there', subject: 'query', value: 'site:huggingface paper' });
    await sightOn('2026-03-27', 1000, paper('arxiv:1'));
    const visit = { digest: 'arxiv:list:cs', shows: 'digest', visitAt: 1000 } as const;
    await recordSighting({ ...visit, papers: [paper('arxiv:2')] });
    expect((await recordOf('arxiv:1')).matches).toEqual(['there']);
    expect((await recordOf('arxiv:2')).matches).toBeUndefined();
  });

  it('by a search for a site is known by where it is met later, however the colon is written', async () => {
    await make({ id: 'there', subject: 'query', value: 'site：arxiv paper' });
    await sightOn('2026-03-27', 1000, paper('arxiv:1'));
    expect((await recordOf('arxiv:1')).matches).toBeUndefined();
    const visit = { digest: 'arxiv:abs:1', shows: 'digest', visitAt: 1100 } as const;
    await recordSighting({ ...visit, papers: [paper('arxiv:1')] });
    expect((await recordOf('arxiv:1')).matches).toEqual(['there']);
  });

  it('and turns out to be the same as another one is judged as one', async () => {
    await make({ id: 'follow', value: 'ByteDance' });
    await mute('3D gaussian');
    await sightOn('2026-03-27', 1000, byteDance('arxiv:1'), gauss('doi:10.1/x'));
    const both = { aliases: ['doi:10.1/x'], title: '3D Gaussian' };
    await sightOn('2026-03-27', 1100, byteDance('arxiv:1', both));
    expect(await countNew()).toEqual({ new: 1, muted: 0, followed: 1 });
  });

  it('keeps its place among the muted ones when it was seen, and comes back with an undo', async () => {
    await mute('3D gaussian');
    await sightOn('2026-03-27', 1000, gauss('arxiv:1'), gauss('arxiv:2'));
    await noteImpressions(['arxiv:1'], 1000);
    await endVisit(1000);
    expect(await countNew()).toEqual({ new: 0, muted: 1, followed: 0 });
    expect((await listUndecided('seen', 10)).papers).toEqual([]);
    await decide(['arxiv:2'], 'unread', 1200);
    expect(await countNew()).toEqual({ new: 0, muted: 0, followed: 0 });
    await undoLast(1300);
    expect(await countNew()).toEqual({ new: 0, muted: 1, followed: 0 });
  });
});

describe('a verdict torn in two', () => {
  it('is noticed and mended', async () => {
    await sightOn('2026-03-27', 1000, gauss('arxiv:1'));
    const record = await recordOf('arxiv:1');
    await (await connection()).put('papers', { ...record, matches: ['a'], mutedBy: 'b' });
    expect((await findInconsistencies()).join()).toContain(
      'mutedBy of arxiv:1 is "b", not undefined',
    );
    expect((await repairInconsistencies()).length).toBeGreaterThan(0);
  });
});
