import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject } from 'vitest';
import { Probe } from '../pages/probe';
import { type Launched, launch } from './launch';
import type { Session } from './session';
import { type Site, startSite } from './site';
import type { BrowserName } from './start';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the freshly built extension, with chrome-mv3/ and firefox-mv3/ in it. */
    builds: string;
  }
}

/** What a suite works with; read the fields inside tests and hooks. */
export interface Harness {
  readonly site: Site;
  readonly session: Session;
}

export interface HarnessOptions {
  /** False for a browser without the extension. */
  readonly extension?: boolean;
  /**
   * A fresh profile for each `test`, or one for the whole `suite`, which is faster; `store` is one
   * whose pages are closed and whose data is gone before each test.
   */
  readonly fresh?: 'test' | 'store' | 'suite';
}

const browserNames: readonly BrowserName[] = ['chromium', 'firefox'];

/** Defines the same suite for Chromium and for Firefox; `-t firefox` runs one of them. */
export function forEachBrowser(define: (name: BrowserName) => void): void {
  for (const name of browserNames) describe(name, () => define(name));
}

/** The folder of the built extension for a browser. */
export function extensionDir(name: BrowserName): string {
  return join(inject('builds'), name === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');
}

interface StorageApi {
  storage: { local: { clear(): Promise<void> } };
}

/** Closes every page and deletes whatever the extension keeps. */
async function forget(session: Session): Promise<void> {
  await session.closeTabs();
  await (await Probe.open(session)).empty();
  await session.inExtension(() => {
    const scope = globalThis as unknown as { browser?: StorageApi; chrome: StorageApi };
    return (scope.browser ?? scope.chrome).storage.local.clear();
  });
  await session.closePages();
}

/**
 * Starts site and browser for the suite and closes them; a suite in which the extension
 * reported an error fails, whatever its tests say.
 */
export function useHarness(name: BrowserName, options: HarnessOptions = {}): Harness {
  const { extension = true, fresh = 'suite' } = options;
  const running: { site?: Site; launched?: Launched } = {};
  const start = async () => {
    running.site = await startSite();
    const dir = extension ? extensionDir(name) : undefined;
    running.launched = await launch(name, { site: running.site, extensionDir: dir });
  };
  const stop = async () => {
    await running.launched?.dispose();
    running.site?.close();
    const problems = (await running.launched?.session.problems()) ?? [];
    delete running.launched;
    expect(problems, 'errors reported by the extension').toEqual([]);
  };
  if (fresh !== 'test') {
    beforeAll(start);
    if (fresh === 'store') beforeEach(() => running.launched && forget(running.launched.session));
    afterAll(stop);
  } else {
    beforeEach(start);
    afterEach(stop);
  }
  return {
    get site() {
      if (!running.site) throw new Error('The site runs only inside tests and hooks');
      return running.site;
    },
    get session() {
      if (!running.launched) throw new Error('The browser runs only inside tests and hooks');
      return running.launched.session;
    },
  };
}
