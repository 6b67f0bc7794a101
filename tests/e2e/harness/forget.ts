import { Probe } from '../pages/probe';
import type { Session } from './session';

interface Api {
  storage: { local: { clear(): Promise<void> } };
}

/** Closes every page, makes the light theme the system's, and deletes whatever the extension keeps. */
export async function forget(session: Session): Promise<void> {
  await session.closeTabs();
  await (await Probe.open(session)).empty();
  await session.inExtension(() => {
    const scope = globalThis as unknown as { browser?: Api; chrome: Api };
    return (scope.browser ?? scope.chrome).storage.local.clear();
  });
}
