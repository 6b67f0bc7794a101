import type { PaperId } from '../../papers/paper';
import { pictureOf } from '../../papers/picture';
import { openPaper } from '../../store/records/queries';
import type { Guard } from '../shared/guard';
import type { Changed } from '../shared/live-query';
import type { DeckState } from './state';

/** How many papers after the one on top are made ready. */
const ahead = 3;

/** Makes the next papers ready, so that none is waited for: what is known of them, and their pictures. */
export class Prefetch {
  /** Kept, so that the browser keeps what it has loaded. */
  #pictures = new Map<PaperId, HTMLImageElement>();

  constructor(
    private readonly state: DeckState,
    private readonly guard: Guard['guard'],
  ) {}

  /** The paper on top and those after it that are to be ready. */
  wanted(): readonly PaperId[] {
    const { left, current } = this.state.standing.value;
    if (current === undefined) return [];
    const at = left.indexOf(current);
    return [...left.slice(at), ...left.slice(0, at)].slice(0, 1 + ahead);
  }

  /** Starts with whatever of some papers is not ready. Run it again whenever the deck moves. */
  look(wanted: readonly PaperId[], withPictures: boolean): void {
    this.#pictures = withPictures ? this.#loadPictures(wanted.slice(1)) : new Map();
    void this.load(wanted);
  }

  /** Reads what is known of some papers; resolves when that is shown. */
  async load(wanted: readonly PaperId[]): Promise<void> {
    const known = this.state.details.peek();
    const missing = wanted.filter((id) => !known.has(id));
    if (missing.length) await this.guard('read', () => this.#read(missing));
  }

  /** Whether some papers are among those that were made ready. */
  concerns(ids: ReadonlySet<PaperId>): boolean {
    return [...this.state.details.peek().keys()].some((id) => ids.has(id));
  }

  /**
   * Reads again what has changed of the next papers.
   * @throws StoreError
   */
  async refresh(changed: Changed): Promise<void> {
    const known = [...this.state.details.peek().keys()];
    const stale = changed === 'all' ? known : known.filter((id) => changed.has(id));
    if (stale.length) await this.#read(stale);
  }

  async #read(ids: readonly PaperId[]): Promise<void> {
    const read = await Promise.all(
      ids.map(async (id) => [id, (await openPaper(id)).details] as const),
    );
    const all = new Map([...this.state.details.peek(), ...read]);
    const needed = new Set(this.wanted());
    this.state.details.value = new Map([...all].filter(([id]) => needed.has(id)));
  }

  #loadPictures(wanted: readonly PaperId[]): Map<PaperId, HTMLImageElement> {
    const pictures = new Map<PaperId, HTMLImageElement>();
    for (const id of wanted) {
      const paper = this.state.papers.value.get(id);
      const address = paper && pictureOf(paper);
      if (!address) continue;
      const picture = this.#pictures.get(id) ?? new Image();
      picture.referrerPolicy = 'no-referrer';
      if (picture.src !== address) picture.src = address;
      pictures.set(id, picture);
    }
    return pictures;
  }
}
