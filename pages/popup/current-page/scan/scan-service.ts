import { signal } from '@preact/signals';
import { text } from '../../../../lib/text';
import { isSaved, type Paper, type PaperId, type PaperState } from '../../../../papers/paper';
import type { Scanned } from '../../../../sites/general/scan';
import { statesOnPage } from '../../../../store/records/queries';
import { recordSighting } from '../../../../store/records/sightings';
import { decide } from '../../../../store/words/decide';
import { actionSentence } from '../../../../wording/actions';
import type { PopupCommands } from '../../paper-commands';
import type { PopupReader } from '../../reader';
import { scanTab } from './scan-tab';

/** What a look at a page found, and how that stands in the list. Nothing of the page is kept but what is saved. */
export class ScanService {
  /** `undefined` before it is known; `null` of a page that nobody may look at. */
  readonly found = signal<Scanned | null | undefined>(undefined);
  /** How each of the papers stands, by the id that the page has of it. */
  readonly states = signal<Readonly<Record<PaperId, PaperState>>>({});

  constructor(
    private readonly papers: PopupCommands,
    reader: PopupReader,
  ) {
    reader.live.add({ reads: ['papers'], read: () => this.#read(this.found.value) });
  }

  /** Looks at the page. */
  async start(tabId: number): Promise<void> {
    await this.papers.guard('read', async () => {
      const found = (await scanTab(tabId)) ?? null;
      await this.#read(found);
      this.found.value = found;
    });
  }

  /** Papers that are not in the list. */
  get unsaved(): Paper[] {
    return this.found.value?.papers.filter(({ id }) => !this.isSaved(id)) ?? [];
  }

  /** Tells whether a paper is in the list. */
  isSaved(id: PaperId): boolean {
    return isSaved(this.states.value[id] ?? 'new');
  }

  /** Saves papers of the page, in one step that can be undone. */
  async save(chosen: readonly Paper[]): Promise<void> {
    const [first] = chosen;
    if (!first) return;
    await this.papers.guard('write', async () => {
      const now = Date.now();
      await recordSighting({ digest: 'scan', shows: 'digest', visitAt: now, papers: chosen });
      const ids = chosen.map(({ id }) => id);
      const { action } = await decide(ids, 'saved', now, { view: 'popup' });
      const said =
        chosen.length === 1
          ? text('announceSaved', first.title ?? first.id)
          : actionSentence({ kind: 'saved', done: chosen.length }, now);
      this.papers.tell(said, action === undefined ? undefined : { action, ids });
      await this.#read(this.found.value);
    });
  }

  async #read(found: Scanned | null | undefined): Promise<void> {
    this.states.value = await statesOnPage(found?.papers.map(({ id }) => id) ?? []);
  }
}
