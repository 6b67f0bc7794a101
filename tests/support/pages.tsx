import { type ComponentChild, render } from 'preact';
import { afterEach, beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageReport } from '../../lib/messages';
import { Deck } from '../../pages/deck/deck';
import { DeckCommands } from '../../pages/deck/paper-commands';
import { DeckRules } from '../../pages/deck/rule-commands';
import { DeckService } from '../../pages/deck/service';
import { ImportView } from '../../pages/import/import';
import { ImportService } from '../../pages/import/service';
import { Library } from '../../pages/library/library';
import { libraryContext } from '../../pages/library/library-context';
import { LibraryService } from '../../pages/library/service';
import { OptionsView } from '../../pages/options/options';
import { OptionsService } from '../../pages/options/service';
import { makePopup } from '../../pages/popup/features';
import type { LazyParts } from '../../pages/popup/lazy-parts';
import { Popup } from '../../pages/popup/popup';
import type { PopupService } from '../../pages/popup/service';
import { readScope } from '../../papers/deck/scope';
import { requiredHosts } from '../../sites/hosts';
import { completeJsdom } from './jsdom';
import { Reader } from './reader';
import { useFreshStore } from './store';

/** A page as its entry draws it, with its service on the store, and a reader before it. */
interface Opened<Service> {
  readonly reader: Reader;
  readonly service: Service;
}

/** What the tab beside the popup shows; of a page that is no digest, nothing. */
let inTab: PageReport | undefined;
let closing: AbortController;
const roots: HTMLElement[] = [];

const event = { addListener: () => undefined, removeListener: () => undefined };

/** The parts of the browser that the fake one has not, as they are in a window with one tab. */
function completeBrowser(): void {
  Object.assign(fakeBrowser.tabs, {
    getCurrent: async () => undefined,
    query: async () => [{ id: 1, active: true }],
    sendMessage: async () => {
      if (!inTab) throw new Error('Receiving end does not exist.');
      return { value: inTab };
    },
  });
  Object.assign(fakeBrowser.runtime, {
    getManifest: () => ({ version: '0.1.0' }),
    openOptionsPage: vi.fn(async () => undefined),
  });
  Object.assign(fakeBrowser, {
    permissions: {
      onAdded: event,
      onRemoved: event,
      contains: async () => true,
      getAll: async () => ({ origins: [...requiredHosts] }),
      request: async () => true,
      remove: async () => true,
    },
  });
}

/** Gives every test an empty store and a document without pages. */
export function useFreshPages(): void {
  useFreshStore();
  beforeEach(() => {
    completeJsdom();
    completeBrowser();
    closing = new AbortController();
    inTab = undefined;
  });
  afterEach(() => {
    closePages();
    history.replaceState(null, '', location.pathname);
    vi.restoreAllMocks();
  });
}

/** Closes every page. */
export function closePages(): void {
  closing.abort();
  for (const root of roots.splice(0)) {
    render(null, root);
    root.remove();
  }
  closing = new AbortController();
}

/** Lets the tab beside the popup show a page. */
export function showInTab(page: PageReport): void {
  inTab = page;
}

function draw(page: ComponentChild): Reader {
  const root = document.createElement('div');
  document.body.append(root);
  roots.push(root);
  render(page, root);
  return new Reader(root);
}

/** Opens the popup with everything in it. */
export async function openPopup(): Promise<Opened<PopupService> & { parts: LazyParts }> {
  const { service, features } = makePopup();
  const onOptions = () => void fakeBrowser.runtime.openOptionsPage();
  const reader = draw(<Popup service={service} features={features} onOptions={onOptions} />);
  await service.start(closing.signal);
  return { reader, service, parts: await features.load() };
}

/** Opens the options. */
export async function openOptions(): Promise<Opened<OptionsService>> {
  const service = new OptionsService();
  const reader = draw(<OptionsView service={service} />);
  await service.start();
  return { reader, service };
}

/** Opens the page that takes files of other programs. */
export async function openImport(): Promise<Opened<ImportService>> {
  const service = new ImportService();
  const reader = draw(<ImportView service={service} />);
  await service.start(closing.signal);
  return { reader, service };
}

/** Opens the library, at an address of its own where one is given: `?view=rules`. */
export async function openLibrary(address = ''): Promise<Opened<LibraryService>> {
  history.replaceState(null, '', `${location.pathname}${address}`);
  const service = new LibraryService();
  const reader = draw(<Library context={libraryContext(service)} />);
  await service.start({ signal: closing.signal });
  return { reader, service };
}

/** Opens the deck, with a scope of its own where one is given: `?days=2026-03-27`. */
export async function openDeck(scope = ''): Promise<Opened<DeckService>> {
  history.replaceState(null, '', `${location.pathname}${scope}`);
  const service = new DeckService();
  const [commands, rules] = [new DeckCommands(service), new DeckRules(service)];
  const reader = draw(<Deck service={service} commands={commands} rules={rules} />);
  await service.start(readScope(location.search), Date.now(), closing.signal);
  return { reader, service };
}
