import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noteOpened } from '../../background/commands/note-opened';
import { openEntered, suggestionsFor } from '../../background/omnibox/answers';
import { offerOmnibox } from '../../background/omnibox/omnibox';
import { WorkerSearch } from '../../background/omnibox/worker-search';
import { libraryAddress } from '../../lib/library-address';
import { writeOptions } from '../../lib/options';
import { closeConnection } from '../../store/database/connection';
import { recordsOf } from '../../store/records/queries';
import { decide, decideOnPage } from '../../store/words/decide';
import { save } from '../support/search';
import { paper, useFreshStore } from '../support/store';

useFreshStore();

const transformers = paper('arxiv:2503.02130', {
  title: 'Forgetting <Transformers> & more',
  publishedAt: '2025-03-03',
});
const diffusion = paper('doi:10.1145/1', { title: 'Diffusion', abstract: 'Not a transformer' });
const page = 'https://huggingface.co/papers/2503.02130';

let search: WorkerSearch;
beforeEach(() => {
  vi.restoreAllMocks();
  search = new WorkerSearch();
  search.listen();
});

const suggest = (input: string, signal = new AbortController().signal) =>
  suggestionsFor(input, search, signal);
const contents = async (input: string) => (await suggest(input)).map(({ content }) => content);

function watchTabs() {
  const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
  const update = vi.spyOn(fakeBrowser.tabs, 'update').mockResolvedValue({} as never);
  return { create, update };
}

describe('the address bar suggests', () => {
  it('what the search of the list finds, with what was looked for marked', async () => {
    await save(transformers, diffusion);
    expect(await suggest('transf')).toEqual([
      {
        content: page,
        description:
          'Forgetting &#60;<match>Transf</match>ormers&#62; &#38; more<dim> — Ada Lovelace and Émile Borel, 2025</dim>',
      },
      { content: 'https://doi.org/10.1145/1', description: expect.stringContaining('Diffusion') },
    ]);
  });

  it('what has changed since', async () => {
    await save(transformers);
    expect(await contents('transf')).toEqual([page]);
    const visit = { shows: 'paper', visitAt: 5000 } as const;
    await decideOnPage(paper('doi:10.1145/2', { title: 'Transforms' }), 'unread', visit, 5000);
    await decide(['arxiv:2503.02130'], 'dismissed', 5000);
    expect(await contents('transf')).toEqual(['https://doi.org/10.1145/2']);
  });

  it('the newest unread papers of an empty input', async () => {
    await save(...[1, 2, 3, 4, 5, 6, 7].map((number) => paper(`doi:10.1145/${number}`)));
    await decide(['doi:10.1145/7'], 'read', 9000);
    expect(await contents(' ')).toEqual(
      [6, 5, 4, 3, 2].map((number) => `https://doi.org/10.1145/${number}`),
    );
  });

  it('the library’s page of a paper that has none of its own', async () => {
    await save(paper('custom:1', { title: 'Homeless' }));
    expect(await contents('homeless')).toEqual([libraryAddress({ paper: 'custom:1' })]);
  });

  it('in words that the list cannot be read', async () => {
    const reported = vi.spyOn(console, 'error').mockImplementation(() => {});
    await closeConnection();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    expect(await suggest('transf')).toEqual([
      {
        content: libraryAddress({ q: 'transf' }),
        description: expect.stringContaining('cannot be read'),
      },
    ]);
    expect(reported).toHaveBeenCalled();
    vi.restoreAllMocks();
    await save(transformers);
    expect(await contents('transf')).toEqual([page]);
  });

  it('nothing when a newer input has come', async () => {
    await save(transformers);
    expect(await suggest('transf', AbortSignal.abort())).toEqual([]);
  });
});

describe('what is entered', () => {
  it('opens the paper of a suggestion where it was asked for', async () => {
    await save(transformers);
    const { create, update } = watchTabs();
    await openEntered(page, 'currentTab', noteOpened);
    expect(update).toHaveBeenCalledWith({ url: page });
    await openEntered(page, 'newForegroundTab', noteOpened);
    expect(create).toHaveBeenLastCalledWith({ url: page, active: true });
    await openEntered(page, 'newBackgroundTab', noteOpened);
    expect(create).toHaveBeenLastCalledWith({ url: page, active: false });
    expect(await recordsOf(['arxiv:2503.02130'])).toMatchObject([{ state: 'unread' }]);
  });

  it('makes an unread paper one being read, where the reader chose that', async () => {
    await save(transformers, diffusion);
    await decide(['doi:10.1145/1'], 'read', 9000);
    await writeOptions({ startsReading: true });
    watchTabs();
    await openEntered('2503.02130v2', 'currentTab', noteOpened);
    await openEntered('10.1145/1', 'currentTab', noteOpened);
    const states = (await recordsOf(['arxiv:2503.02130', 'doi:10.1145/1'])).map(
      ({ state }) => state,
    );
    expect(states).toEqual(['reading', 'read']);
  });

  it.each([
    ['2401.00001', 'https://huggingface.co/papers/2401.00001'],
    [' arXiv:hep-th/9901001 ', 'https://huggingface.co/papers/hep-th/9901001'],
    ['10.1145/3292500', 'https://doi.org/10.1145/3292500'],
    ['https://arxiv.org/pdf/2401.00001v3', 'https://huggingface.co/papers/2401.00001'],
    ['https://openreview.net/forum?id=abc', 'https://openreview.net/forum?id=abc'],
    ['https://arxiv.org/abs/2401.00001).', 'https://huggingface.co/papers/2401.00001'],
    ['arXiv:2401.00001v1 [cs.LG] 3 Mar 2025', 'https://huggingface.co/papers/2401.00001'],
    [
      'https://huggingface.co/papers/index?arxivId=2401.00001',
      'https://huggingface.co/papers/2401.00001',
    ],
    [
      'https://https://www.alphaxiv.org/zh/overview/2401.00001',
      'https://huggingface.co/papers/2401.00001',
    ],
    ['doi:doi:10.1145/3292500.', 'https://doi.org/10.1145/3292500'],
    ['world models', libraryAddress({ q: 'world models' })],
    ['tag:"a&b" 100%', libraryAddress({ q: 'tag:"a&b" 100%' })],
    ['https://example.org/unknown', libraryAddress({ q: 'https://example.org/unknown' })],
    [libraryAddress({ paper: 'custom:1' }), libraryAddress({ paper: 'custom:1' })],
    ['', libraryAddress()],
  ])('%s opens %s', async (input, url) => {
    const { update } = watchTabs();
    await openEntered(input, 'currentTab', noteOpened);
    expect(update.mock.calls).toEqual([[{ url }]]);
  });

  it('opens a web page that was saved as a paper', async () => {
    await save(paper('url:https://example.org/a'));
    const { update } = watchTabs();
    await openEntered('https://example.org/a?utm_source=x', 'currentTab', noteOpened);
    expect(update).toHaveBeenCalledWith({ url: 'https://example.org/a' });
  });
});

describe('typing', () => {
  function useOmnibox() {
    type Listener = (...given: never[]) => void;
    const listeners: Record<string, Listener> = {};
    const lines: string[] = [];
    const event = (name: string) => ({
      addListener: (listener: Listener) => {
        listeners[name] = listener;
      },
    });
    Object.assign(fakeBrowser.omnibox, {
      onInputStarted: event('started'),
      onInputChanged: event('changed'),
      onInputCancelled: event('cancelled'),
      onInputEntered: event('entered'),
      setDefaultSuggestion: async ({ description }: { description: string }) => {
        lines.push(description);
      },
    });
    offerOmnibox(search);
    const fire = (name: string, ...given: unknown[]) => listeners[name]?.(...(given as never[]));
    return { fire, lines };
  }

  it('on ends the search for what was typed before', async () => {
    await save(transformers, diffusion);
    const { fire } = useOmnibox();
    const shown: string[][] = [];
    const show = (found: { content: string }[]) => shown.push(found.map(({ content }) => content));
    fire('changed', 'd', show);
    fire('changed', 'di', show);
    fire('changed', 'forgetting', show);
    await vi.waitFor(() => expect(shown).toEqual([[page]]));
  });

  it('says what Enter will do', async () => {
    const { fire, lines } = useOmnibox();
    const show = vi.fn();
    fire('started');
    fire('changed', 'a <b> %s', show);
    fire('changed', 'arxiv:2503.02130', show);
    fire('changed', 'https://example.org/unknown', show);
    await vi.waitFor(() => expect(show).toHaveBeenCalledTimes(1));
    expect(lines[0]).toContain('paste an arXiv id');
    expect(lines[1]).toContain('“a &#60;b&#62; % s”');
    expect(lines[2]).toBe('Press Enter to open the paper arxiv:2503.02130');
    expect(lines[3]).toContain('search your library');
  });
});
