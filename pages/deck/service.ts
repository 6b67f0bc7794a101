import { batch, effect } from '@preact/signals';
import { followChanges } from '../../lib/changes';
import { deckUrl } from '../../lib/deck-address';
import { ask } from '../../lib/messages';
import { onOptions, readOptions } from '../../lib/options';
import { onPollState } from '../../lib/poll-changes';
import { report } from '../../lib/report';
import { paceOf, usualPace } from '../../papers/deck/pace';
import { type Scope, sameScope } from '../../papers/deck/scope';
import {
  begun,
  chosen,
  type DeckSession,
  limited,
  pinned,
  takenIn,
  unpinned,
} from '../../papers/deck/session';
import type { PaperId } from '../../papers/paper';
import { storeError } from '../../store/database/errors';
import { keepDeckSession, readDeckSession } from '../../store/deck/kept-session';
import { listWaiting, withListed } from '../../store/deck/waiting-papers';
import { listTags, recordsOf } from '../../store/records/queries';
import { listRules } from '../../store/rules/read';
import { byId } from '../../wording/rules';
import { guardFor } from '../shared/guard';
import { Likely } from '../shared/likely/likely';
import { type Changed, LiveQueries } from '../shared/live-query';
import { readRecentTags } from '../shared/tags/recent-tags';
import { afterPaint } from './after-paint';
import { inOrder, orderingNow, orderingRead } from './ordering';
import { Prefetch } from './prefetch';
import { addQueries } from './queries';
import { readKnown } from './read-news';
import { canGoOn, merged, newestAction, withSession } from './session-reading';
import { emptyState } from './state';

/** Goes through the new papers, and follows every change of the store. */
export class DeckService {
  readonly state = emptyState();
  readonly likely = new Likely();
  readonly #guarded = guardFor('deck', this.state, storeError);
  readonly guard = this.#guarded.guard;
  readonly fail = this.#guarded.fail;
  readonly #prefetch = new Prefetch(this.state, this.guard);
  readonly #live = new LiveQueries(this.guard);
  #keeping = Promise.resolve();
  /** Resolves when the session was read. */
  #beginning = Promise.resolve();

  /**
   * Reads everything, goes on with the session that was kept or begins one, and follows every
   * change until the signal aborts.
   * @param asked The scope of the page's address, if it names one.
   */
  async start(asked: Scope | undefined, now: number, signal?: AbortSignal): Promise<void> {
    const { hasPictures } = this.state;
    const takeOptions = ({ thumbnails }: { readonly thumbnails: boolean }) => {
      hasPictures.value = thumbnails;
    };
    onOptions(takeOptions, signal);
    readOptions().then(takeOptions, (error: unknown) => report('options', error));
    const readAgain = () => void this.guard('read', () => readKnown(this.state, Date.now()));
    onPollState(readAgain, signal);
    onOptions(readAgain, signal);
    addQueries(this.#live, this.state, this.#prefetch, (changed) => this.#readPapers(changed));
    this.likely.followAll(this.#live);
    followChanges((change) => this.#live.note(change), signal);
    this.#beginning = this.#begin(asked, now);
    await this.#beginning;
    const stop = effect(() => {
      const wanted = this.#prefetch.wanted();
      const withPictures = hasPictures.value;
      void afterPaint().then(() => this.#prefetch.look(wanted, withPictures));
    });
    signal?.addEventListener('abort', stop);
    await afterPaint();
    void this.guard('read', () => this.likely.readAll());
  }

  /** Asks the site for its lists now. */
  checkNow(): Promise<unknown> {
    return this.guard('read', () => ask('checkNow', {}));
  }

  /** Reads everything once more, after a failure. */
  async retry(now: number): Promise<void> {
    this.state.failure.value = undefined;
    if (this.state.session.value) await this.#live.refresh();
    else {
      this.#beginning = this.#begin(undefined, now);
      await this.#beginning;
    }
  }

  /** Begins anew with the papers of a scope, which the page's address then names. */
  async choose(scope: Scope, now: number): Promise<void> {
    await this.guard('read', async () => {
      const fresh = begun(scope, await newestAction(), this.state.session.value);
      const { pathname, search } = new URL(deckUrl(scope));
      history.replaceState(null, '', pathname + search);
      batch(() => {
        this.#show(takenIn(fresh, this.state.papers.value, orderingNow(this.likely)));
        this.state.prior.value = this.pace();
        this.state.instants.value = [now];
        this.state.notice.value = undefined;
      });
    });
  }

  /** Shows the papers too that a rule mutes, or leaves out those that the reader had a glimpse of. */
  include(choice: Partial<Pick<DeckSession, 'withMuted' | 'onlyUnseen'>>): void {
    const { session, papers } = this.state;
    if (session.value)
      this.#show(chosen(session.value, papers.value, choice, orderingNow(this.likely)));
  }

  /** The reader's pace, in ms a paper. */
  pace(): number {
    return paceOf(this.state.instants.value, this.state.prior.value);
  }

  /**
   * Puts the best papers first that fit into some minutes.
   * @param minutes `undefined` for no limit.
   */
  limit(minutes: number | undefined, pace = this.pace()): void {
    const { session, papers, standing } = this.state;
    if (!session.value) return;
    const { left, rest } = standing.value;
    const undecided = [...left, ...rest].flatMap((id) => papers.value.get(id) ?? []);
    this.#show(limited(session.value, undecided, minutes, pace, orderingNow(this.likely)));
  }

  /** Puts what is left in the order that the reader has chosen. */
  async reorder(): Promise<void> {
    await this.guard('read', () => this.likely.readAll());
    this.limit(this.state.session.value?.budget?.minutes);
  }

  /** Changes what is kept of the session. */
  note(change: Partial<DeckSession>): void {
    const { session } = this.state;
    if (session.value) this.#show({ ...session.value, ...change });
  }

  /** Shows the next paper after some were decided on; kept with `keep` when that is written. */
  moveOn(decided: readonly PaperId[]): void {
    const { session } = this.state;
    if (!session.value) return;
    const { held, ...rest } = session.value;
    const isHeld = held !== undefined && !decided.includes(held);
    session.value = this.#pinned(isHeld ? session.value : rest);
  }

  /** Keeps the session as it is, so that the deck can go on with it; not in place of another if it is empty. */
  keep(): void {
    const { value: session } = this.state.session;
    if (!session?.ids.length) return;
    const value = { ...session, pace: this.pace() };
    this.#keeping = this.#keeping
      .then(() => keepDeckSession(value))
      .catch((error: unknown) => report('deck session', error));
  }

  /** Says what was done. */
  tell(said: string): void {
    this.state.notice.value = { said, canUndo: false };
  }

  /** Resolves when what was written before the call is shown. */
  settle(): Promise<void> {
    return this.#live.settle();
  }

  async #begin(named: Scope | undefined, now: number): Promise<void> {
    await this.guard('read', async () => {
      const [stored, since, asked] = await Promise.all([
        readDeckSession(),
        newestAction(),
        withListed(named),
      ]);
      const fresh = await listWaiting(now, asked ?? stored?.scope);
      const papers = await withSession(fresh, stored);
      const kept = stored && unpinned(stored, papers);
      const goesOn = kept && canGoOn(kept, asked, papers);
      const ordering = await orderingRead(this.likely);
      const session = inOrder(
        takenIn(goesOn ? kept : begun(asked ?? {}, since, stored), papers, ordering),
        papers,
        ordering,
        stored?.pace ?? usualPace,
      );
      const isLast = kept && (!asked || sameScope(asked, kept.scope)) && session.ids.length === 0;
      const [rules, tags, recentTags] = await Promise.all([
        listRules(),
        listTags(),
        readRecentTags(),
        readKnown(this.state, now),
      ]);
      batch(() => {
        this.state.rules.value = byId(rules);
        this.state.tags.value = tags;
        this.state.recentTags.value = recentTags;
        this.state.papers.value = papers;
        this.state.instants.value = [now];
        this.state.prior.value = stored?.pace ?? usualPace;
        this.#show(isLast ? kept : session);
      });
      await this.#prefetch.load(this.#prefetch.wanted());
    });
  }

  #show(session: DeckSession): void {
    this.state.session.value = this.#pinned(session);
    this.keep();
  }

  #pinned(session: DeckSession): DeckSession {
    return pinned(session, this.state.papers.value, this.state.taken.value);
  }

  async #readPapers(changed: Changed): Promise<void> {
    const { session, papers } = this.state;
    await this.#beginning;
    if (!session.value) return;
    const fresh =
      changed === 'all'
        ? await withSession(await listWaiting(Date.now(), session.value.scope), session.value)
        : merged(papers.value, changed, await recordsOf([...changed]), Date.now());
    const { ids = [], scope } = session.value ?? {};
    const isGone = changed === 'all' && ids.length > 0 && !ids.some((id) => fresh.has(id));
    if (isGone) return this.#begin(scope, Date.now());
    batch(() => {
      papers.value = fresh;
      const next =
        session.value && this.#pinned(takenIn(session.value, fresh, orderingNow(this.likely)));
      if (next && next !== session.value) this.#show(next);
    });
  }
}
