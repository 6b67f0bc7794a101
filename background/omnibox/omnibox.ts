import { browser } from '../../lib/browser';
import { report } from '../../lib/report';
import type { Disposition } from '../commands/open-page';
import type { WorkerSearch } from './worker-search';

const answers = () => import('./answers');

/** Serves the keyword in the address bar. */
export function offerOmnibox(search: WorkerSearch): void {
  const { omnibox } = browser;
  let typing = new AbortController();
  const failed = (error: unknown): void => report('address bar', error);
  const sayDefault = async (input: string) => (await answers()).sayDefault(input);
  omnibox.onInputStarted.addListener(() => void sayDefault('').catch(failed));
  omnibox.onInputCancelled.addListener(() => typing.abort());
  omnibox.onInputChanged.addListener((input, suggest) => {
    typing.abort();
    typing = new AbortController();
    const { signal } = typing;
    void sayDefault(input).catch(failed);
    const found = answers().then(({ suggestionsFor }) => suggestionsFor(input, search, signal));
    found.then((suggestions) => {
      if (!signal.aborted) suggest(suggestions);
    }, failed);
  });
  omnibox.onInputEntered.addListener((input, where) => {
    typing.abort();
    enter(input, where).catch(failed);
  });
}

async function enter(input: string, where: Disposition): Promise<void> {
  const [{ openEntered }, { noteOpened }] = await Promise.all([
    answers(),
    import('../commands/note-opened'),
  ]);
  await openEntered(input, where, noteOpened);
}
