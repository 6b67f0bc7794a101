import { batch, signal } from '@preact/signals';
import { report } from '../../../lib/report';
import type { PopupReader } from '../reader';
import { type OtherPage, pagePaper, readTab, summaryOf } from './page-summary';
import { dismissProblem, isProblemDismissed } from './problem';

/** The page in the current tab. */
export class CurrentTab {
  /** The page, where none of our scripts runs on it. */
  readonly other = signal<OtherPage | undefined>(undefined);

  constructor(private readonly reader: PopupReader) {}

  /** Reads what the page shows, and follows every change of its papers. */
  start(): void {
    const { live, state } = this.reader;
    live.add({
      reads: ['papers'],
      concerns: (ids) => state.page.value?.report.ids.some((id) => ids.has(id)) ?? false,
      read: async () => {
        const { page } = state;
        if (page.value) page.value = await summaryOf(page.value.report);
      },
    });
    live.add({
      reads: ['papers', 'details', 'notes'],
      concerns: (ids) => ids.has(state.paper.value?.id ?? ''),
      read: async () => {
        const { paper } = state;
        if (!paper.value) return;
        const { id, address, title } = paper.value;
        paper.value = await pagePaper(id, address, title);
      },
    });
    void this.#readTab();
  }

  /** Puts the banner of an unreadable page away for good. */
  async dismissProblem(): Promise<void> {
    const { problem } = this.reader.state;
    const kind = problem.value;
    problem.value = undefined;
    if (kind) await dismissProblem(kind);
  }

  async #readTab(): Promise<void> {
    const { state } = this.reader;
    try {
      const { page, paper, problem, other } = await readTab();
      const isTold = problem !== undefined && !(await isProblemDismissed(problem));
      batch(() => {
        state.page.value = page;
        state.paper.value = paper;
        this.other.value = other;
        state.problem.value = isTold ? problem : undefined;
      });
    } catch (error) {
      report('popup page', error);
    }
  }
}
