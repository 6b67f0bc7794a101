import { join } from 'node:path';
import { afterEach, beforeEach, describe, inject } from 'vitest';
import { forget } from './forget';
import { type Launched, launch } from './launch';
import { closeShared, sharedBrowser, sharedSite } from './running';
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
  /**
   * `store`, unless told: the one browser of the run, with its pages closed and its data gone before
   * each test. `test`: a browser and a profile of the test's own, which takes seconds.
   */
  readonly fresh?: 'store' | 'test';
}

const browserNames: readonly BrowserName[] = ['chromium', 'firefox'];
const only = process.env.OFFPRINT_BROWSER;

/**
 * Defines the same suite for Chromium and for Firefox, or for the one that OFFPRINT_BROWSER names: `npm test`
 * runs both beside each other. What one engine alone can tell is a file `*.chromium.e2e.ts` or `*.firefox.e2e.ts`.
 */
export function forEachBrowser(define: (name: BrowserName) => void): void {
  for (const name of browserNames) if (!only || name === only) describe(name, () => define(name));
}

/** The folder of the built extension for a browser. */
export function extensionDir(name: BrowserName): string {
  return join(inject('builds'), name === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');
}

/**
 * Gives each test a site that knows nothing and a browser with an empty store; a test in which the
 * extension reported an error fails, whatever else it says.
 */
export function useHarness(name: BrowserName, { fresh = 'store' }: HarnessOptions = {}): Harness {
  const running: { site?: Site; launched?: Launched } = {};
  beforeEach(async () => {
    const dir = extensionDir(name);
    // Whom the shared browser asks meanwhile, for papers of the test before, is no business of another one.
    running.site = await (fresh === 'store' ? sharedSite() : startSite());
    if (fresh === 'store') {
      running.site.reset();
      running.launched = await sharedBrowser(name, dir);
      await forget(running.launched.session);
    } else running.launched = await launch(name, { site: running.site, extensionDir: dir });
  });
  afterEach(async ({ task }) => {
    const { launched, site } = running;
    delete running.launched;
    delete running.site;
    if (fresh === 'test') {
      await launched?.dispose();
      site?.close();
    }
    if (!launched) return;
    // What failed may have left the browser in a state that fails the tests after it, too.
    if (fresh === 'store' && task.result?.state === 'fail') await closeShared(name);
    const problems = await launched.session.problems();
    await launched.session.forgiveProblems();
    // An assertion would shorten what it tells of.
    if (problems.length > 0)
      throw new Error(`The extension reported errors:\n${problems.join('\n')}`);
  });
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
