import { Probe } from '../pages/probe';
import type { Session } from './session';

interface Granted {
  readonly origins?: readonly string[];
  readonly permissions?: readonly string[];
}
interface Api {
  readonly storage: { local: { clear(): Promise<void> } };
  readonly permissions: {
    getAll(): Promise<Granted>;
    remove(granted: Granted): Promise<boolean>;
  };
  readonly runtime: {
    getManifest(): {
      readonly host_permissions: readonly string[];
      readonly optional_permissions: readonly string[];
    };
  };
}

/**
 * Closes every page, makes the light theme the system's, deletes whatever the extension keeps, and takes away what it
 * has been let on to, since it asks whomever it may.
 */
export async function forget(session: Session): Promise<void> {
  await session.closeTabs();
  await (await Probe.open(session)).empty();
  await session.inExtension(async () => {
    const folder = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const { name } of folder.values()) names.push(name);
    for (const name of names) await folder.removeEntry(name, { recursive: true });
    const scope = globalThis as unknown as { browser?: Api; chrome: Api };
    const { storage, permissions, runtime } = scope.browser ?? scope.chrome;
    const { origins = [], permissions: apis = [] } = await permissions.getAll();
    const { host_permissions, optional_permissions } = runtime.getManifest();
    const granted = {
      origins: origins.filter(
        (origin) => /^https:\/\/[^/*]+\/\*$/.test(origin) && !host_permissions.includes(origin),
      ),
      permissions: apis.filter((name) => optional_permissions.includes(name)),
    };
    if (granted.origins.length + granted.permissions.length > 0) await permissions.remove(granted);
    await storage.local.clear();
  });
}
