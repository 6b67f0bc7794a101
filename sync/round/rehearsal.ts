import type { PaperId } from '../../papers/paper';
import type { Bytes } from '../bytes';
import type {
  Commit,
  Dirty,
  DirtyPaper,
  Local,
  Outgoing,
  Own,
  PaperWords,
  Peer,
  Slice,
} from '../local';
import { rebased } from '../rebase';
import type { Listed, Remote } from '../remotes/remote';

/** A store that is read and never written: what would be written lies in front of it. For a dry run. */
export class RehearsedLocal implements Local {
  private changed: Own | undefined;
  private readonly documents = new Map<number, Bytes | undefined>();
  private readonly said = new Map<PaperId, PaperWords>();
  private readonly known = new Map<string, Peer>();
  private readonly clean = new Set<string>();
  private waiting: readonly Outgoing[] | undefined;
  /** Of a device that would begin anew: everything it has. */
  private isRestarted = false;

  constructor(private readonly real: Local) {}

  async own() {
    return this.changed ?? this.real.own();
  }

  async peers() {
    const stored = this.isRestarted ? [] : await this.real.peers();
    return [...stored.filter(({ device }) => !this.known.has(device)), ...this.known.values()];
  }

  async document(at: number) {
    if (this.documents.has(at) || this.isRestarted) return this.documents.get(at);
    return this.real.document(at);
  }

  async outbox() {
    return this.waiting ?? this.real.outbox();
  }

  async dirty(limit: number): Promise<readonly Dirty[]> {
    const marked = await this.real.dirty(Number.MAX_SAFE_INTEGER);
    const all = this.isRestarted ? [...marked, ...(await this.unmarked(marked))] : marked;
    return all
      .filter((one) => !this.clean.has(`${one.kind} ${one.id}`))
      .slice(0, limit)
      .map((one) => (one.kind === 'paper' ? { ...one, ...this.said.get(one.id) } : one));
  }

  async papers(ids: readonly PaperId[]) {
    const stored = await this.real.papers(ids);
    return new Map([...stored].map(([id, paper]) => [id, { ...paper, ...this.said.get(id) }]));
  }

  savedCount() {
    return this.real.savedCount();
  }

  saidIds() {
    return this.real.saidIds();
  }

  cards(ids: readonly PaperId[]) {
    return this.real.cards(ids);
  }

  async apply({ papers, document }: Slice) {
    const here = await this.papers(papers.map(({ id }) => id));
    for (const { id, before, after, isKept } of papers)
      if (!isKept) this.said.set(id, rebased(here.get(id) ?? { words: {} }, before, after));
    if (document) this.documents.set(document.at, document.state);
  }

  async merged(peers: readonly Peer[]) {
    for (const peer of peers) this.known.set(peer.device, peer);
  }

  async commit({ own, documents, outbox, written }: Commit) {
    this.changed = own;
    for (const [at, state] of documents) this.documents.set(at, state);
    this.waiting = [...(await this.outbox()), ...outbox];
    for (const { kind, id } of written) this.clean.add(`${kind} ${id}`);
  }

  async sent(path: string) {
    this.waiting = (await this.outbox()).filter((file) => file.path !== path);
  }

  async keepOwn(own: Own) {
    this.changed = own;
  }

  async restart(own: Own) {
    this.changed = own;
    this.isRestarted = true;
    this.waiting = [];
    this.documents.clear();
    this.known.clear();
  }

  async forget(device: string) {
    this.known.delete(device);
  }

  private async unmarked(marked: readonly Dirty[]): Promise<DirtyPaper[]> {
    const known = new Set(marked.map(({ id }) => id));
    const ids = (await this.real.saidIds()).filter((id) => !known.has(id));
    const papers = await this.real.papers(ids);
    return [...papers].map(([id, { words, gone }]) => ({
      ...{ kind: 'paper', id, mark: 0, isNew: true, words },
      ...(gone ? { gone } : {}),
    }));
  }
}

/** A storage that is read and never written: what would be written lies in front of it. For a dry run. */
export class RehearsedRemote implements Remote {
  private readonly written = new Map<string, Bytes>();

  constructor(private readonly real: Remote) {}

  list(folder: string, signal: AbortSignal): Promise<readonly Listed[]> {
    return this.real.list(folder, signal);
  }

  async get(path: string, signal: AbortSignal) {
    return this.written.get(path) ?? this.real.get(path, signal);
  }

  async put(path: string, bytes: Bytes) {
    this.written.set(path, bytes);
  }

  async remove() {}

  async makeFolder() {}
}
