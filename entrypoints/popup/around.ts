import { batch } from '@preact/signals';
import { noticesText } from '../../components/notices-text';
import { type Options, onOptions, readOptions } from '../../lib/options';
import { report } from '../../lib/report';
import { tellNotices } from '../../lib/tell-notices';
import type { NewsReader } from './news';
import { readPageSummary } from './page-summary';
import { dismissProblem, isProblemDismissed } from './problem';
import type { PopupRules } from './rules';
import type { SearchCache } from './search-cache';
import type { PopupService } from './service';

/** Reads what stands around the list: the page in the current tab, notices, options. */
export class Around {
  constructor(
    private readonly service: PopupService,
    private readonly search: SearchCache,
    private readonly news: NewsReader,
    private readonly rules: PopupRules,
  ) {}

  /** Reads everything and follows every change. */
  start(): void {
    const { notice, startsReading } = this.service.state;
    const takeOptions = (options: Options) => {
      startsReading.value = options.startsReading;
    };
    onOptions(takeOptions);
    readOptions().then(takeOptions, (error: unknown) => report('options', error));
    tellNotices(notice, (notices) => {
      notice.value = { text: noticesText(notices) };
    });
    this.news.start();
    this.read();
  }

  /** Reads again what the store's papers say of it. */
  read(): void {
    void this.#readPage();
    this.news.read();
    void this.countLists();
    void this.rules.read();
  }

  /** Counts what the pinned lists find. They go without a number where that fails. */
  async countLists(): Promise<void> {
    await this.search.countLists().catch((error: unknown) => report('popup lists', error));
  }

  /** Puts the banner of an unreadable page away for good. */
  async dismissProblem(): Promise<void> {
    const { problem } = this.service.state;
    const kind = problem.value;
    problem.value = undefined;
    if (kind) await dismissProblem(kind);
  }

  async #readPage(): Promise<void> {
    const { state } = this.service;
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
