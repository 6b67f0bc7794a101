import { batch } from '@preact/signals';
import { report } from '../../../lib/report';
import type { PopupReader } from '../reader';
import { readPageSummary } from './page-summary';
import { dismissProblem, isProblemDismissed } from './problem';

/** The page in the current tab. */
export class CurrentTab {
  constructor(private readonly reader: PopupReader) {}

  /** Reads what the page shows, and follows every change of its papers. */
  start(): void {
    const { live, state } = this.reader;
    const readPage = live.add({
      reads: ['papers'],
      concerns: (ids) => state.page.value?.report.ids.some((id) => ids.has(id)) ?? false,
      read: () => this.#readPage(),
    });
    void readPage();
  }

  /** Puts the banner of an unreadable page away for good. */
  async dismissProblem(): Promise<void> {
    const { problem } = this.reader.state;
    const kind = problem.value;
    problem.value = undefined;
    if (kind) await dismissProblem(kind);
  }

  async #readPage(): Promise<void> {
    const { state } = this.reader;
    try {
      const page = await readPageSummary();
      const kind = page?.report.problem && page.report.kind;
      const problem = kind && !(await isProblemDismissed(kind)) ? kind : undefined;
      batch(() => {
        state.page.value = page;
        state.problem.value = problem;
      });
    } catch (error) {
      report('popup page', error);
    }
  }
}
