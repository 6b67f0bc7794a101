import { batch, effect, untracked } from '@preact/signals';
import { type Options, onOptions, readOptions } from '../../../lib/options';
import { report } from '../../../lib/report';
import { noticesText } from '../../../wording/notices';
import { tellNotices } from '../../shared/tell-notices';
import type { ListCommands } from '../list/list-commands';
import type { NewsReader } from '../new-papers/news-reader';
import type { PopupRules } from '../rules/rules';
import type { SearchCache } from '../search/search-cache';
import type { PopupService } from '../service';
import { readPageSummary } from './page-summary';
import { dismissProblem, isProblemDismissed } from './problem';

/** What stands around the list: the page in the current tab, notices, options. */
export class Around {
  constructor(
    private readonly service: PopupService,
    private readonly parts: {
      readonly search: SearchCache;
      readonly list: ListCommands;
      readonly news: NewsReader;
      readonly rules: PopupRules;
    },
  ) {}

  /** Reads everything and follows every change. */
  start(): void {
    const { search, list, news, rules } = this.parts;
    const { notice, startsReading } = this.service.state;
    const takeOptions = (options: Options) => {
      startsReading.value = options.startsReading;
    };
    onOptions(takeOptions);
    readOptions().then(takeOptions, (error: unknown) => report('options', error));
    tellNotices(notice, (notices) => {
      notice.value = { said: noticesText(notices) };
    });
    news.start();
    rules.start();
    const { live, state } = this.service;
    const readPage = live.add({
      reads: ['papers'],
      concerns: (ids) => state.page.value?.report.ids.some((id) => ids.has(id)) ?? false,
      read: () => this.#readPage(),
    });
    live.add({
      reads: ['details', 'notes'],
      concerns: (ids) => ids.has(state.opened.value?.id ?? ''),
      read: async () => {
        const id = state.opened.value?.id;
        if (id !== undefined) await list.open(id);
      },
    });
    void readPage();
    effect(() => {
      if (state.lists.value.length > 0) untracked(() => void search.countLists());
    });
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
