import { Probe } from '../pages/probe';
import type { Session } from './session';

interface Api {
  storage: { local: { clear(): Promise<void> } };
}

/** Closes every page, makes the light theme the system's, and deletes whatever the extension keeps. */
export async function forget(session: Session): Promise<void> {
  await session.closeTabs();
  await (await Probe.open(session)).empty();
  await session.inExtension(async () => {
    const folder = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const { name } of folder.values()) names.push(name);
    for (const name of names) await folder.removeEntry(name, { recursive: true });
    const scope = globalThis as unknown as { browser?: Api; chrome: Api };
    await (scope.browser ?? scope.chrome).storage.local.clear();
  });
}
