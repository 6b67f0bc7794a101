import { browser } from '../../lib/browser';
import { ask } from '../../lib/messages';

type Area = 'local' | 'session';
type Catalogue = Readonly<Record<string, { readonly message: string }>>;

/**
 * Gives Chrome's hidden page what it has not of the browser and the store needs: what the extension has stored, through the
 * background, and its texts. https://developer.chrome.com/docs/extensions/reference/api/offscreen
 */
export async function completeBrowser(): Promise<void> {
  const catalogue = await readCatalogue();
  const getMessage = (key: string, given: string | readonly string[] = []) => {
    const values = [given].flat();
    const message = catalogue[key]?.message ?? '';
    return message.replace(/\$(\d)/g, (_, digit) => String(values[Number(digit) - 1] ?? ''));
  };
  Object.assign(browser, {
    i18n: { getMessage, getUILanguage: () => navigator.language },
    storage: { local: stored('local'), session: stored('session') },
  });
}

function stored(area: Area) {
  const onChanged = { addListener: () => undefined, removeListener: () => undefined };
  const relayed = (method: 'get' | 'set' | 'remove') => (given: Record<string, unknown>) =>
    ask('relay', { area, method, given });
  return { get: relayed('get'), set: relayed('set'), remove: relayed('remove'), onChanged };
}

async function readCatalogue(): Promise<Catalogue> {
  const [language = 'en'] = navigator.language.split('-');
  const read = (name: string) =>
    fetch(`/_locales/${name}/messages.json`).then((answer) => answer.json() as Promise<Catalogue>);
  return read(language).catch(() => read('en'));
}
