import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { permissionFor } from '../../lib/granted';
import { isFromUs, type Protocol, serve } from '../../lib/messages';

/** What a content script is told of its own end. */
export type Life = Pick<ContentScriptContext, 'signal' | 'isValid'>;

/**
 * Gives a content script the end that the reader wants, too: it is over as soon as they take Offprint away from its site. That can be
 * done to every host, those of the manifest included, in the browser's own settings.
 */
export function untilWithdrawn(context: Life, onError: (error: unknown) => void): Life {
  const ending = new AbortController();
  const { signal } = ending;
  context.signal.addEventListener('abort', () => ending.abort());
  serve(
    {
      withdrawn: async (request) => {
        const { origins } = request as Protocol['withdrawn']['request'];
        if (origins.includes(permissionFor(location))) ending.abort();
        return null;
      },
    },
    isFromUs,
    onError,
    signal,
  );
  return {
    signal,
    get isValid() {
      return context.isValid && !signal.aborted;
    },
  };
}
