import type { Browser } from 'puppeteer-core';
import type { Site } from './site';

/** The engine under test; `chromium` stands for Chrome and Edge too. */
export type BrowserName = 'chromium' | 'firefox';

/** What a driver needs to start a browser. */
export interface StartOptions {
  readonly executablePath: string;
  /** Absent: the browser goes to the real network. */
  readonly site?: Site | undefined;
  readonly userDataDir: string;
  /** Absent: a browser without the extension. */
  readonly extensionDir?: string | undefined;
  readonly headed?: boolean | undefined;
}

/** A running browser. */
export interface Started {
  readonly browser: Browser;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly extensionOrigin: string;
}
