import { type Launched, launch } from './launch';
import { type Site, startSite } from './site';
import type { BrowserName } from './start';

/** What runs for the whole run of the tests: one site, and one browser of each engine. */
interface Running {
  site?: Promise<Site>;
  readonly browsers: Map<BrowserName, Promise<Launched>>;
}

/**
 * Test files are evaluated one after the other in one process; only the global object outlives
 * them, and the environment that closes the browsers sees nothing else.
 */
const scope = globalThis as { offprintRunning?: Running };

function running(): Running {
  scope.offprintRunning ??= { browsers: new Map() };
  return scope.offprintRunning;
}

/** The site that all tests share; whoever begins a test resets it. */
export function sharedSite(): Promise<Site> {
  running().site ??= startSite();
  return running().site as Promise<Site>;
}

/**
 * The one browser of an engine, started when it is first asked for.
 * @param extensionDir The built extension to start it with.
 */
export async function sharedBrowser(name: BrowserName, extensionDir: string): Promise<Launched> {
  const { browsers } = running();
  const launched = browsers.get(name) ?? launch(name, { site: await sharedSite(), extensionDir });
  browsers.set(name, launched);
  // Whoever comes after one that could not be started has another try.
  launched.catch(() => browsers.delete(name));
  return launched;
}

/** Closes the shared browser of an engine; whoever needs it next is given a new one. */
export async function closeShared(name: BrowserName): Promise<void> {
  const { browsers } = running();
  const launched = await browsers.get(name);
  browsers.delete(name);
  await launched?.dispose();
}

/** Closes what was started. */
export async function closeRunning(): Promise<void> {
  const { site, browsers } = running();
  delete scope.offprintRunning;
  for (const launched of await Promise.allSettled(browsers.values()))
    if (launched.status === 'fulfilled') await launched.value.dispose();
  (await site)?.close();
}
