import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowsers } from '../../../scripts/browsers.mjs';
import { Session } from './session';
import type { Site } from './site';
import type { BrowserName } from './start';

/** How a browser is started. */
export interface LaunchOptions {
  /** Absent: the browser goes to the real network. */
  readonly site?: Site | undefined;
  /** The built extension; absent for a browser without it. */
  readonly extensionDir?: string | undefined;
  /** A profile to use and keep; a fresh one, thrown away by `dispose`, unless given. */
  readonly userDataDir?: string | undefined;
  readonly headed?: boolean | undefined;
}

/** A session together with the profile that was made for it. */
export interface Launched {
  readonly session: Session;
  /** Closes the browser and removes a profile that was made for it. */
  dispose(): Promise<void>;
}

/** Starts a browser, on a fresh profile unless one is given. */
export async function launch(name: BrowserName, options: LaunchOptions): Promise<Launched> {
  const executablePath = findBrowsers()[name];
  if (!executablePath) throw new Error(`No ${name} on this machine: run node scripts/setup.mjs`);
  const { userDataDir: kept, ...rest } = options;
  const userDataDir = kept ?? (await mkdtemp(join(tmpdir(), 'offprint-profile-')));
  const session = new Session(name, { ...rest, executablePath, userDataDir });
  const dispose = async () => {
    await session.close();
    if (!kept) await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await session.start();
  } catch (error) {
    await dispose();
    throw error;
  }
  return { session, dispose };
}
