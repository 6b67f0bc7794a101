const prefix = 'offprint-action-';

/** Those that this context is at. */
const own = new Set<number>();

/**
 * Says that this context is at an action, until it is released or dies: a Web Lock where the browser
 * has them, which goes with the page that holds it.
 * @returns Releases it.
 */
export function holdAction(id: number): () => void {
  own.add(id);
  let release = (): void => {};
  const isOver = new Promise<void>((resolve) => {
    release = resolve;
  });
  locks()
    ?.request(`${prefix}${id}`, { mode: 'shared' }, () => isOver)
    .catch(() => {});
  return () => {
    own.delete(id);
    release();
  };
}

/** The actions that some page or worker is at. */
export async function liveActions(): Promise<ReadonlySet<number>> {
  const { held = [], pending = [] } = (await locks()?.query()) ?? {};
  const names = [...held, ...pending].flatMap(({ name }) => name ?? []);
  const ids = names.filter((name) => name.startsWith(prefix));
  return new Set([...own, ...ids.map((name) => Number(name.slice(prefix.length)))]);
}

function locks(): LockManager | undefined {
  return (globalThis.navigator as Navigator | undefined)?.locks;
}
