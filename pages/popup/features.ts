import { signal } from '@preact/signals';
import type { QuickDecision } from '../../components/paper/quick-actions';
import type { Status } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import type { Guard } from '../shared/guard';
import type { LazyParts } from './lazy-parts';
import { PopupService } from './service';

/** What the reader does to rows, from the first paint on. */
export interface RowActions {
  readonly toggle: (id: string) => void;
  readonly decide: (paper: PaperRecord, to: QuickDecision) => void;
  readonly setStatus: (paper: PaperRecord, to: Status) => void;
  readonly more: () => void;
}

/** Everything of the popup that its first paint does not need: loaded after it, or when it is first wanted. */
export class Features {
  /** Undefined until they are loaded. */
  readonly parts = signal<LazyParts | undefined>(undefined);
  /** They load what they need. */
  readonly rows: RowActions = {
    toggle: (id) => void this.#act(({ list }) => list.toggle(id)),
    decide: (paper, to) => void this.#act(({ papers }) => papers.decide(paper, to)),
    setStatus: (paper, to) => void this.#act(({ papers }) => papers.setStatus(paper, to)),
    more: () => void this.#act(({ list }) => list.more()),
  };
  #loading: Promise<LazyParts> | undefined;

  constructor(
    private readonly guard: Guard['guard'],
    private readonly fetch: () => Promise<LazyParts>,
  ) {}

  /** Loads them, unless they are; the next call tries again what has failed. */
  load(): Promise<LazyParts> {
    this.#loading ??= this.fetch().then((parts) => {
      this.parts.value = parts;
      parts.subscribe();
      return parts;
    });
    this.#loading.catch(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  async #act(work: (parts: LazyParts) => Promise<unknown>): Promise<void> {
    const loaded: { parts?: LazyParts } = {};
    await this.guard('write', async () => {
      loaded.parts = await this.load();
    });
    if (loaded.parts) await work(loaded.parts);
  }
}

/** Makes a popup: what reads the store, and what it loads later. */
export function makePopup(): { readonly service: PopupService; readonly features: Features } {
  const service: PopupService = new PopupService(async () => (await features.load()).reader);
  const features = new Features(service.guard, async () => {
    const { lazyPartsFor } = await import('./lazy-parts');
    return lazyPartsFor(service);
  });
  return { service, features };
}
