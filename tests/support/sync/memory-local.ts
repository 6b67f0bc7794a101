import { copyOfPaper } from '../../../papers/merge';
import { isSaved } from '../../../papers/paper';
import { laterRow } from '../../../papers/words/row-merge';
import { canonical } from '../../../papers/words/stamp';
import type { Bytes } from '../../../sync/bytes';
import type {
  AnyRow,
  Card,
  Commit,
  Dirty,
  Local,
  Outgoing,
  Own,
  PaperWords,
  Peer,
  RowKind,
  Slice,
} from '../../../sync/local';
import { insisted, rebased, renamedNote } from '../../../sync/rebase';

interface State {
  own?: Own;
  peers: Map<string, Peer>;
  documents: Map<number, Bytes>;
  outbox: readonly Outgoing[];
  papers: Map<string, PaperWords>;
  rows: Map<string, { kind: RowKind; row: AnyRow }>;
  cards: Map<string, Card>;
  /** By kind and id. */
  dirty: Map<string, { kind: 'paper' | RowKind; id: string; mark: number; isNew: boolean }>;
  marks: number;
  stampDevice: string;
}

/** A device's store in memory, which a test can copy, cut off and edit. */
export class MemoryLocal implements Local {
  state: State;
  /** Called at the start and the end of every transaction: may throw, as a kill does. */
  step: () => void = () => {};

  constructor(
    stampDevice: string,
    private readonly now: () => number = () => 0,
  ) {
    this.state = {
      ...{ peers: new Map(), documents: new Map(), outbox: [], papers: new Map() },
      ...{ rows: new Map(), cards: new Map(), dirty: new Map(), marks: 0, stampDevice },
    };
  }

  /** The same profile once more, as after a copy of its files. */
  copy(now: () => number): MemoryLocal {
    const copy = new MemoryLocal(this.state.stampDevice, now);
    const { peers, documents, papers, rows, cards, dirty, ...rest } = this.state;
    copy.state = {
      ...rest,
      ...{ peers: new Map(peers), documents: new Map(documents), papers: new Map(papers) },
      ...{ rows: new Map(rows), cards: new Map(cards), dirty: new Map(dirty) },
    };
    return copy;
  }

  get clock() {
    return { now: this.now(), device: this.state.stampDevice };
  }

  /** What the reader says: marked. */
  say(id: string, said: PaperWords): void {
    const isNew = !this.state.papers.has(id) && !this.state.cards.has(id);
    this.state.papers.set(id, said);
    if (isNew) this.state.cards.set(id, cardOf(id));
    this.mark('paper', id, isNew);
  }

  sayRow(kind: RowKind, row: AnyRow): void {
    this.state.rows.set(`${kind} ${row.id}`, { kind, row });
    this.mark(kind, row.id, false);
  }

  async own() {
    return this.state.own;
  }

  async peers() {
    return [...this.state.peers.values()];
  }

  async document(at: number) {
    return this.state.documents.get(at);
  }

  async outbox() {
    return this.state.outbox;
  }

  async dirty(limit: number): Promise<readonly Dirty[]> {
    return [...this.state.dirty.values()].slice(0, limit).flatMap((one): Dirty[] => {
      const { kind, id, mark, isNew } = one;
      const said = this.state.papers.get(id);
      if (kind === 'paper') return said ? [{ kind, id, mark, isNew, ...said }] : [];
      const row = this.state.rows.get(`${kind} ${id}`)?.row;
      return row ? [{ kind, id, mark, row }] : [];
    });
  }

  async papers(ids: readonly string[]) {
    const found = ids.flatMap((id) => {
      const said = this.state.papers.get(id);
      return said ? [[id, { ...said, title: `Title of ${id}` }] as const] : [];
    });
    return new Map(found);
  }

  async savedCount() {
    const states = [...this.state.papers.values()].map(({ words }) => words.standing?.value.state);
    return states.filter((state) => state !== undefined && isSaved(state)).length;
  }

  async saidIds() {
    return [...this.state.papers.keys()].sort();
  }

  async cards(ids: readonly string[]) {
    return ids.flatMap((id) => this.state.cards.get(id) ?? []);
  }

  apply({ papers, rows, cards, document }: Slice): Promise<void> {
    return this.change((state) => {
      for (const card of cards) if (!state.cards.has(card.id)) state.cards.set(card.id, card);
      for (const { id, before, after, isKept } of papers) {
        const here = state.papers.get(id) ?? { words: {} };
        const next = isKept ? insisted(here, after, this.clock) : rebased(here, before, after);
        if (isKept) this.mark('paper', id, false);
        if (canonical(next) !== canonical(here)) state.papers.set(id, next);
      }
      for (const { kind, row } of rows) {
        const key = `${kind} ${row.id}`;
        const later = laterRow(state.rows.get(key)?.row, row);
        if (later) state.rows.set(key, { kind, row: later });
      }
      if (document) state.documents.set(document.at, document.state);
    });
  }

  merged(peers: readonly Peer[]) {
    return this.change((state) => {
      for (const peer of peers) state.peers.set(peer.device, peer);
    });
  }

  commit({ own, documents, outbox, written }: Commit) {
    return this.change((state) => {
      state.own = own;
      for (const [at, bytes] of documents) state.documents.set(at, bytes);
      state.outbox = [...state.outbox, ...outbox];
      for (const { kind, id, mark } of written) {
        const key = `${kind} ${id}`;
        if (state.dirty.get(key)?.mark === mark) state.dirty.delete(key);
      }
    });
  }

  sent(path: string) {
    return this.change((state) => {
      state.outbox = state.outbox.filter((file) => file.path !== path);
    });
  }

  keepOwn(own: Own) {
    return this.change((state) => {
      state.own = own;
    });
  }

  restart(own: Own, since?: number) {
    return this.change((state) => {
      state.own = own;
      state.peers.clear();
      state.documents.clear();
      state.outbox = [];
      if (since !== undefined) this.rename(since, own.device);
      for (const id of state.papers.keys()) this.mark('paper', id, true);
      for (const { kind, row } of state.rows.values()) this.mark(kind, row.id, false);
    });
  }

  forget(device: string) {
    return this.change((state) => {
      state.peers.delete(device);
    });
  }

  private rename(since: number, name: string): void {
    const { state } = this;
    const device = state.stampDevice;
    state.stampDevice = name;
    for (const [id, { words, ...rest }] of state.papers) {
      if (!words.note) continue;
      const note = renamedNote(words.note, { device, since, name });
      state.papers.set(id, { ...rest, words: { ...words, note } });
    }
  }

  private mark(kind: 'paper' | RowKind, id: string, isNew: boolean): void {
    const key = `${kind} ${id}`;
    const before = this.state.dirty.get(key);
    this.state.marks += 1;
    const mark = this.state.marks;
    this.state.dirty.delete(key);
    this.state.dirty.set(key, { kind, id, mark, isNew: isNew || before?.isNew === true });
  }

  private async change(work: (state: State) => void): Promise<void> {
    this.step();
    work(this.state);
    this.step();
  }
}

/** What a page says of a paper. */
function cardOf(id: string): Card {
  const paper = { id, title: `Title of ${id}`, authors: ['Ada Lovelace'] };
  const { words: _words, ...card } = copyOfPaper(paper, { source: 'origin', at: 1 });
  return card;
}
