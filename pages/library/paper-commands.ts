import { counted, text } from '../../lib/text';
import type { Change } from '../../papers/change';
import type { PaperId } from '../../papers/paper';
import { changeMany, type Outcome } from '../../store/actions/change';
import { sliceSize, type Watch } from '../../store/actions/in-slices';
import { actionOf } from '../../store/actions/list';
import { stopAction } from '../../store/actions/recording';
import { undoAction, undoLast } from '../../store/actions/undo';
import type { Tag } from '../../store/database/schema';
import { emptyBin } from '../../store/records/bin';
import { moveInQueue } from '../../store/words/queue';
import { deleteTag, mergeTags, recolourTag, renameTag } from '../../store/words/tags';
import { actionSentence, undoSentence } from '../../wording/actions';
import { PaperCommands } from '../shared/paper-commands';
import type { LibraryService } from './service';

/** What the reader does to papers in the library. */
export class LibraryCommands extends PaperCommands<LibraryService> {
  constructor(service: LibraryService) {
    super(service, 'library');
  }

  /** Changes some papers in one step, with progress shown when they are many. */
  change(ids: readonly PaperId[], change: Change): Promise<void> {
    return this.act((watch) => changeMany(ids, change, Date.now(), watch));
  }

  /** Gives a tag another name; where that is in use, the two become one. */
  renameTag(tag: Tag, name: string, withNested: boolean): Promise<void> {
    return this.act((watch) => renameTag(tag.key, name, Date.now(), { ...watch, withNested }));
  }

  /** Makes some tags one. */
  mergeTags(tags: readonly Tag[], into: Tag): Promise<void> {
    const keys = tags.map(({ key }) => key);
    return this.act((watch) => mergeTags(keys, into.name, Date.now(), watch));
  }

  /** Takes a tag off every paper. */
  deleteTag(tag: Tag): Promise<void> {
    return this.act((watch) => deleteTag(tag.key, Date.now(), watch));
  }

  /** Gives a tag another hue. */
  async recolourTag(tag: Tag, hue: number | undefined): Promise<void> {
    await this.write(() => recolourTag(tag.key, hue, Date.now()));
  }

  /** Takes back an action, or without an id the last one. */
  async undo(id?: number): Promise<void> {
    const known = id === undefined ? undefined : await actionOf(id);
    const undone = { action: known, count: 0, left: 0 };
    await this.#watched(text('undoing'), async (watch) => {
      if (id === undefined) Object.assign(undone, await undoLast(Date.now(), watch));
      else Object.assign(undone, await undoAction(id, Date.now(), watch));
    });
    const { action } = undone;
    this.page.state.notice.value = {
      said: action ? undoSentence(action, undone) : text('nothingToUndo'),
    };
    await this.page.settle();
  }

  /** Leaves an action that was cut off as it is. */
  async leave(id: number): Promise<void> {
    await this.write(() => stopAction(id));
  }

  /** Empties the bin for good. */
  async emptyBin(): Promise<void> {
    await this.#watched(text('emptyingBin'), async (watch) => {
      const count = await emptyBin(watch);
      this.page.state.notice.value = { said: counted('saidEmptied', count) };
    });
    await this.page.settle();
  }

  /** Moves papers among those to read next by so many places, together and in their order. */
  async moveInQueue(chosen: readonly PaperId[], by: number): Promise<void> {
    const all = this.page.state.listing.value?.ids ?? [];
    const moved = all.filter((id) => chosen.includes(id));
    const [first] = moved;
    if (first === undefined) return;
    const others = all.filter((id) => !moved.includes(id));
    const before = all.slice(0, all.indexOf(first)).filter((id) => !moved.includes(id)).length;
    const to = before + by;
    if (to < 0 || to > others.length) return;
    await this.write(async () => {
      for (const id of moved) await moveInQueue(id, others[to], Date.now());
    });
  }

  /** Moves a paper among those to read next to before another one. */
  async queueBefore(id: PaperId, beforeId: PaperId | undefined): Promise<void> {
    await this.write(() => moveInQueue(id, beforeId, Date.now()));
  }

  /** Does something that can be undone, says what it was, and shows the progress where it is about many papers. */
  async act(work: (watch: Watch) => Promise<Outcome>): Promise<void> {
    await this.#watched(text('changing'), async (watch) => {
      const { action, isWhole } = await work(watch);
      const done = action === undefined ? undefined : await actionOf(action);
      if (!done) return;
      const said = actionSentence(done, Date.now());
      this.page.state.notice.value = {
        said: isWhole ? said : counted('saidStopped', done.total, said),
        action: done.id,
      };
    });
    await this.page.settle();
  }

  /** Shows the progress of work on more papers than one transaction takes, and lets it be stopped. */
  async #watched(said: string, work: (watch: Watch) => Promise<void>): Promise<void> {
    const { progress } = this.page.state;
    const stopping = new AbortController();
    const onProgress = (done: number, total: number) => {
      if (total > sliceSize) progress.value = { said, done, total, stop: () => stopping.abort() };
    };
    await this.page.guard('write', () =>
      work({ signal: stopping.signal, onProgress, view: this.view }),
    );
    progress.value = undefined;
  }
}
