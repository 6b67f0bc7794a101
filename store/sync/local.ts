import { type PaperId, savedIn } from '../../papers/paper';
import type { Bytes } from '../../sync/bytes';
import type {
  Card,
  Commit,
  Dirty,
  Local,
  Outgoing,
  Own,
  PaperWords,
  Peer,
  Slice,
} from '../../sync/local';
import { renewConnections } from '../database/renew';
import { withDatabase } from '../database/with-database';
import { forgetPurged } from '../records/bin';
import { counts } from '../records/queries';
import { prefetchTombstones } from '../records/tombstones';
import { write } from '../records/writer';
import { judgeAll } from '../rules/verdicts';
import { maintainSearch } from '../search/maintain';
import { PaperTaker } from './apply';
import { Marks } from './marks';
import { readCard, readDirty, readSaid, saidStores } from './read';
import { type Restart, restart } from './restart';
import { takeRow } from './rows';
import { readSaidIds } from './said-ids';
import { keepSynced, ownKey, readOwn } from './synced';
import { whole } from './whole';

/** What may differ from one device to the next. */
export interface LocalOptions {
  /** ms since the epoch. */
  readonly now: () => number;
  /** Whether cards are published without abstracts. */
  readonly isWithoutAbstracts?: boolean;
}

/** What a round needs, in the database. One at a time: see store/sync/run.ts. */
export class StoreLocal implements Local {
  /** When what came so far was decided. */
  readonly #decidedAt = new Set<number>();
  /** Cards that came before their papers. */
  readonly #cards = new Map<PaperId, Card>();

  constructor(private readonly options: LocalOptions) {}

  own(): Promise<Own | undefined> {
    return readOwn();
  }

  peers(): Promise<readonly Peer[]> {
    return withDatabase((database) => database.getAll('peers'));
  }

  document(at: number): Promise<Bytes | undefined> {
    return withDatabase((database) => database.get('documents', at));
  }

  outbox(): Promise<readonly Outgoing[]> {
    return withDatabase((database) => database.getAll('outbox'));
  }

  dirty(limit: number): Promise<readonly Dirty[]> {
    return withDatabase(async (database) => {
      const transaction = database.transaction(saidStores, 'readwrite');
      return whole(transaction, () => readDirty(transaction, limit));
    });
  }

  papers(
    ids: readonly PaperId[],
  ): Promise<ReadonlyMap<PaperId, PaperWords & { readonly title?: string }>> {
    return withDatabase(async (database) => {
      const transaction = database.transaction(saidStores);
      const read = await whole(transaction, () =>
        Promise.all(ids.map((id) => readSaid(transaction, id))),
      );
      const said = read.map((one) => {
        if (!one) return undefined;
        const { record: _record, id: _id, ...rest } = one;
        return rest;
      });
      return new Map(
        ids.flatMap((id, at) => {
          const one = said[at];
          return one ? [[id, one] as const] : [];
        }),
      );
    });
  }

  async savedCount(): Promise<number> {
    return savedIn(await counts());
  }

  saidIds(): Promise<readonly PaperId[]> {
    return readSaidIds();
  }

  cards(ids: readonly PaperId[]): Promise<readonly Card[]> {
    return withDatabase(async (database) => {
      const transaction = database.transaction(saidStores);
      const read = await whole(transaction, () =>
        Promise.all(ids.map((id) => readCard(transaction, id))),
      );
      const cards = read.filter((card) => card !== undefined);
      return this.options.isWithoutAbstracts ? cards.map(withoutAbstract) : cards;
    });
  }

  async apply({ papers, rows, cards, document }: Slice): Promise<void> {
    const isPurging = await write(async (writer) => {
      const marks = new Marks();
      const taker = new PaperTaker(writer, marks, this.#cards, this.options.now());
      const ids = [...papers, ...cards].map(({ id }) => id);
      await writer.prefetch(ids);
      await prefetchTombstones(writer, papers);
      // Those first that belong to a paper of this slice.
      const wanted = new Set(papers.map(({ id }) => id));
      for (const card of cards) if (wanted.has(card.id)) this.#cards.set(card.id, card);
      for (const paper of papers) await taker.take(paper);
      for (const card of cards) await taker.takeCard(card);
      for (const row of rows) await takeRow(writer, row);
      await forgetPurged(writer, taker.purged);
      await judgeAll(writer, taker.written);
      await taker.decided.settle(writer, this.#decidedAt);
      if (document)
        await writer.transaction.objectStore('documents').put(document.state, document.at);
      marks.settle(writer.transaction);
      return taker.purged.length > 0;
    }, true);
    // The chunks are no part of that transaction; its journal says what of them is to go.
    if (isPurging) await maintainSearch(undefined, 0);
  }

  async merged(peers: readonly Peer[]): Promise<void> {
    await withDatabase(async (database) => {
      const transaction = database.transaction('peers', 'readwrite');
      await whole(transaction, () => Promise.all(peers.map((peer) => transaction.store.put(peer))));
    });
  }

  async commit({ own, documents, outbox, written }: Commit): Promise<void> {
    await withDatabase(async (database) => {
      const names = ['profile', 'documents', 'outbox', 'dirty'] as const;
      const transaction = database.transaction(names, 'readwrite');
      const dirty = transaction.objectStore('dirty');
      const unmark = async ({ kind, id, mark }: (typeof written)[number]) => {
        if ((await dirty.get([kind, id]))?.mark !== mark) return;
        const cards = kind === 'paper' ? [dirty.delete(['card', id])] : [];
        await Promise.all([dirty.delete([kind, id]), ...cards]);
      };
      await whole(transaction, () =>
        Promise.all([
          transaction.objectStore('profile').put(own, ownKey),
          ...[...documents].map(([at, state]) =>
            transaction.objectStore('documents').put(state, at),
          ),
          ...outbox.map((file) => transaction.objectStore('outbox').add(file)),
          ...written.map(unmark),
        ]),
      );
    });
  }

  async sent(path: string): Promise<void> {
    await withDatabase(async (database) => {
      const transaction = database.transaction('outbox', 'readwrite');
      const { store } = transaction;
      await whole(transaction, async () => {
        const keys = await store.index('path').getAllKeys(path);
        await Promise.all(keys.map((key) => store.delete(key)));
      });
    });
  }

  async keepOwn(own: Own): Promise<void> {
    await withDatabase((database) => database.put('profile', own, ownKey));
  }

  async restart(own: Own, since: number): Promise<void> {
    this.#cards.clear();
    // What is said from here on is marked, in whatever window; what was said before is, below.
    await keepSynced(true);
    await write((writer) => restart(writer, { own, since, ownKey } satisfies Restart));
    await renewConnections();
  }

  async forget(device: string): Promise<void> {
    await withDatabase((database) => database.delete('peers', device));
  }
}

function withoutAbstract({ facts, ...card }: Card): Card {
  const { abstract: _abstract, ...rest } = facts;
  return { ...card, facts: rest };
}
