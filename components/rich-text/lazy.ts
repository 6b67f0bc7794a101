import { useEffect, useState } from 'preact/hooks';
import { report } from '../../lib/report';

/** A module that is loaded when it is first wanted, and at hand from then on. */
export class Lazy<Module> {
  /** The module, once it is loaded. */
  module: Module | undefined;
  #loading: Promise<void> | undefined;

  constructor(
    private readonly name: string,
    private readonly fetch: () => Promise<Module>,
  ) {}

  /** Loads the module unless it is; a failure is reported, and the next call tries again. */
  load(): Promise<void> {
    this.#loading ??= this.fetch().then(
      (module) => {
        this.module = module;
      },
      (error: unknown) => {
        this.#loading = undefined;
        report(this.name, error);
      },
    );
    return this.#loading;
  }
}

/**
 * A lazy module, if it is wanted and loaded; the component is drawn again when it comes.
 * @returns Nothing until then, and for good if it cannot be loaded.
 */
export function useLazy<Module>(lazy: Lazy<Module>, isWanted: boolean): Module | undefined {
  const [, redraw] = useState<Module>();
  const isMissing = isWanted && !lazy.module;
  useEffect(() => {
    if (!isMissing) return;
    let isShown = true;
    void lazy.load().then(() => isShown && redraw(() => lazy.module));
    return () => {
      isShown = false;
    };
  }, [lazy, isMissing]);
  return isWanted ? lazy.module : undefined;
}
