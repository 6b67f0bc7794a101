import type { PaperId } from '../../papers/paper';
import type { Bytes } from '../../sync/bytes';
import type { Commit, Dirty, Local, Outgoing, Own, Peer, Slice } from '../../sync/local';
import type { Listed, Remote } from '../../sync/remotes/remote';

/**
 * A device's store as a round sees it that is tried: what it would write is remembered for the rest of the round, and
 * nothing is changed.
 */
export class TrialLocal implements Local {
  readonly #documents = new Map<number, Bytes>();
  readonly #written = new Set<string>();
  #outbox: readonly Outgoing[] | undefined;
  #own: Own | undefined;

  /** @param joining Given of a device that is not synced yet: what it would be. */
  constructor(
    private readonly local: Local,
    private readonly joining?: Own,
  ) {
    this.#own = joining;
    if (joining) this.#outbox = [];
  }

  async own(): Promise<Own | undefined> {
    return this.#own ?? this.local.own();
  }

  async peers(): Promise<readonly Peer[]> {
    return this.joining ? [] : this.local.peers();
  }

  async document(at: number): Promise<Bytes | undefined> {
    return this.#documents.get(at) ?? (this.joining ? undefined : this.local.document(at));
  }

  async outbox(): Promise<readonly Outgoing[]> {
    return this.#outbox ?? this.local.outbox();
  }

  /** Of a device that joins nothing is marked yet; what it would send is not counted. */
  async dirty(limit: number): Promise<readonly Dirty[]> {
    if (this.joining) return [];
    const marked = await this.local.dirty(limit + this.#written.size);
    return marked.filter((one) => !this.#written.has(nameOf(one))).slice(0, limit);
  }

  papers(ids: readonly PaperId[]) {
    return this.local.papers(ids);
  }

  savedCount(): Promise<number> {
    return this.local.savedCount();
  }

  saidIds(): Promise<readonly PaperId[]> {
    return this.local.saidIds();
  }

  cards(ids: readonly PaperId[]) {
    return this.local.cards(ids);
  }

  async apply({ document }: Slice): Promise<void> {
    if (document) this.#documents.set(document.at, document.state);
  }

  async merged(): Promise<void> {}

  async commit({ own, documents, outbox, written }: Commit): Promise<void> {
    this.#own = own;
    for (const [at, state] of documents) this.#documents.set(at, state);
    for (const one of written) this.#written.add(nameOf(one));
    this.#outbox = [...(await this.outbox()), ...outbox];
  }

  async sent(path: string): Promise<void> {
    this.#outbox = (await this.outbox()).filter((file) => file.path !== path);
  }

  async keepOwn(own: Own): Promise<void> {
    this.#own = own;
  }

  async restart(own: Own): Promise<void> {
    this.#own = own;
  }

  async forget(): Promise<void> {}
}

function nameOf({ kind, id, mark }: Pick<Dirty, 'kind' | 'id' | 'mark'>): string {
  return `${kind} ${id} ${mark}`;
}

/** A storage that is read, and that what is written to is not changed by. */
export class TrialRemote implements Remote {
  readonly #written = new Map<string, Bytes>();

  constructor(private readonly remote: Remote) {}

  list(folder: string, signal: AbortSignal): Promise<readonly Listed[]> {
    return this.remote.list(folder, signal);
  }

  async get(path: string, signal: AbortSignal): Promise<Bytes | undefined> {
    return this.#written.get(path) ?? this.remote.get(path, signal);
  }

  async put(path: string, bytes: Bytes): Promise<void> {
    this.#written.set(path, bytes);
  }

  async remove(): Promise<void> {}

  async makeFolder(): Promise<void> {}
}
