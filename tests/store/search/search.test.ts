import { describe, expect, it } from 'vitest';
import { SearchSession } from '../../../store/search/session';
import { decide, star } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { found, save, whole } from '../../support/search';
import { paper, sightOn, useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

describe('a search', () => {
  it('puts title before tags and authors before note before abstract, then the newest first', async () => {
    await save(
      paper('arxiv:abstract', { abstract: 'About gates.' }),
      paper('arxiv:note'),
      paper('arxiv:tag'),
      paper('arxiv:author', { authors: ['Gate, Ada'] }),
      paper('arxiv:longer', { title: 'Forgetting and gated things' }),
      paper('arxiv:old', { title: 'A gate' }),
      paper('arxiv:new', { title: 'Some gate' }),
      paper('arxiv:start', { title: 'Gate of all' }),
      paper('arxiv:nothing'),
    );
    await setTags('arxiv:tag', ['gate'], 3000);
    await saveNote('arxiv:note', 'see gate', 0, '—', 3000);
    expect(await found('gate')).toEqual([
      'arxiv:start',
      'arxiv:new',
      'arxiv:old',
      'arxiv:longer',
      'arxiv:author',
      'arxiv:tag',
      'arxiv:note',
      'arxiv:abstract',
    ]);
  });

  it('understands every operator', async () => {
    await save(
      paper('arxiv:1', { publishedAt: '2026-03-01', upvotes: 60, codeUrl: 'https://a.example' }),
      paper('arxiv:2', { publishedAt: '2025-01-01', organization: 'Google DeepMind' }),
      paper('arxiv:3', { title: 'World models', authors: ['Zoë Last'], upvotes: 50 }),
    );
    await setTags('arxiv:1', ['RL/offline', 'World Models', 'is:unread'], 3000);
    await setTags('arxiv:2', ['rlhf', '🔥', 'قراءة لاحقة'], 3000);
    await saveNote('arxiv:2', 'world', 0, '—', 3000);
    await star(['arxiv:3'], true, 3000);
    await decide(['arxiv:2'], 'read', 3000);
    const session = new SearchSession();
    const cases: Record<string, string[]> = {
      'tag:rl': ['arxiv:1'],
      'tag:rl/offline': ['arxiv:1'],
      'tag:"world models"': ['arxiv:1'],
      'tag:is:unread': ['arxiv:1'],
      'tag:🔥': ['arxiv:2'],
      'tag:"قراءة لاحقة"': ['arxiv:2'],
      '-tag:rl': ['arxiv:3', 'arxiv:2'],
      'author:zoe': ['arxiv:3'],
      'author:"ada lovelace"': ['arxiv:2', 'arxiv:1'],
      'author:paper': [],
      'org:deepmind': ['arxiv:2'],
      'is:unread': ['arxiv:3', 'arxiv:1'],
      'is:read': ['arxiv:2'],
      'is:starred': ['arxiv:3'],
      'has:code': ['arxiv:1'],
      'has:note': ['arxiv:2'],
      'has:tag': ['arxiv:2', 'arxiv:1'],
      'world in:title': ['arxiv:3'],
      'after:2026-03 has:code': ['arxiv:1'],
      'before:2026': ['arxiv:2'],
      'upvotes:>50': ['arxiv:1'],
      'upvotes:>=50': ['arxiv:3', 'arxiv:1'],
      'upvotes:50': ['arxiv:3'],
      'upvotes:<50': ['arxiv:2'],
      'site:huggingface': ['arxiv:3', 'arxiv:2', 'arxiv:1'],
      'site:arxiv': [],
      'is:read OR is:starred world': ['arxiv:3', 'arxiv:2'],
      'world -"world models"': ['arxiv:2'],
      'tga:x is:read': ['arxiv:2'],
    };
    for (const [text, ids] of Object.entries(cases))
      expect([text, await found(text, session)]).toEqual([text, ids]);
  });

  it('of an id, DOI or address finds that paper, saved or not', async () => {
    await save(paper('arxiv:2503.02130', { aliases: ['doi:10.5555/example'] }));
    await sightOn('2026-03-28', 2000, paper('arxiv:2603.25040'));
    for (const text of ['2503.02130', 'arXiv:2503.02130v2', '10.5555/EXAMPLE', '2503.0213'])
      expect([text, await found(text)]).toEqual([text, ['arxiv:2503.02130']]);
    expect(await found('https://huggingface.co/papers/2603.25040')).toEqual(['arxiv:2603.25040']);
  });

  it('finds what is not saved only when it is asked for', async () => {
    await save(paper('arxiv:1'), paper('arxiv:2'));
    await sightOn('2026-03-28', 2000, paper('arxiv:3'), paper('arxiv:4'));
    await decide(['arxiv:4'], 'dismissed', 3000);
    await decide(['arxiv:2'], 'deleted', 3000);
    const session = new SearchSession();
    expect(await found('paper', session)).toEqual(['arxiv:1']);
    expect(await found('paper is:new', session)).toEqual(['arxiv:3']);
    expect(await found('is:dismissed OR is:new paper', session)).toEqual(['arxiv:3', 'arxiv:4']);
  });

  it('is ended by a newer one', async () => {
    await save(paper('arxiv:1'));
    const session = new SearchSession();
    const [older, newer] = [session.search('pap'), session.search('pape')];
    expect(await older).toBeUndefined();
    expect((await newer)?.ids).toEqual(['arxiv:1']);
    const signal = AbortSignal.abort();
    expect(await session.search('paper', { signal })).toBeUndefined();
  });

  it('finds as one types what it finds at once', async () => {
    await save(
      paper('arxiv:1', { title: 'Diffusion of differences' }),
      paper('arxiv:2', { title: 'Diffuse 模型' }),
      paper('arxiv:3', { abstract: 'diffusers everywhere' }),
      paper('arxiv:4', { title: 'Pre training of data sets for all studies' }),
      paper('arxiv:5', { title: 'Pretraining datasets: a policy', abstract: 'GPT 4 in C++' }),
      paper('arxiv:6', { title: 'A pre-trained $\\pi_0$ study of policies', abstract: 'ChatGPT' }),
    );
    const texts = [
      'diffusion OR 模 -tag:x',
      '"diffusion of',
      'is:unread diff',
      'in:title di',
      '-dif a',
      'pretraining forall',
      'pre training datasets',
      'studies policies',
      'training x pre',
      'chat gpt4 c++',
      '"data set" stud',
      'π0 pi0',
      'state-of-the-art OR pre-train',
    ];
    const typing = new SearchSession();
    await whole(typing);
    for (const text of texts)
      for (let length = 1; length <= text.length; length += 1) {
        const part = text.slice(0, length);
        expect([part, await found(part, typing)]).toEqual([part, await found(part)]);
      }
  });
});
