import { createHash } from 'node:crypto';
import type { PollState } from '../../../lib/poll-state';
import type { DailyEntry } from '../../fixtures/papers';
import { latestDays, papersOn } from '../../fixtures/recent';
import type { Session } from '../harness/session';
import type { Answer, Site, SiteRequest } from '../harness/site';
import { waitUntil } from '../harness/wait';
import { Store } from './store';

interface AlarmApi {
  readonly alarms: { create(name: string, info: { when: number }): Promise<void> };
}

/** One day's list as the site has it. */
export interface ServedDay {
  /** ISO day. */
  readonly day: string;
  readonly count: number;
}

const host = 'huggingface.co';
const path = '/api/daily_papers';
/** More than lies between two parts of the missed days, in ms. */
const batchPause = 120_000;
/** How long an alarm may take to go off, in ms. */
const alarmPatience = 1500;

/** The days of Hugging Face as its API tells them, the last of them today. */
export class DailyPapers {
  #lists = new Map<string, readonly DailyEntry[]>();
  #answer: Answer | undefined;

  private constructor(
    private readonly site: Site,
    private readonly session: Session,
  ) {}

  /**
   * Serves today and the latest weekdays before, with so many papers each, and makes the extension forget what it
   * has asked for so far. Nothing is known of the days until `poll`.
   * @param counts Oldest day first.
   */
  static async serve(
    { site, session }: { readonly site: Site; readonly session: Session },
    counts: readonly number[],
  ): Promise<DailyPapers> {
    const served = new DailyPapers(site, session);
    for (const [at, day] of latestDays(counts.length, Date.now()).entries())
      served.list(day, counts[at] ?? 0);
    site.page(host, path, (request) => served.#reply(request));
    await served.#forget();
    return served;
  }

  /** The days that are served, oldest first. */
  days(): readonly ServedDay[] {
    return [...this.#lists].map(([day, { length }]) => ({ day, count: length }));
  }

  /** The papers of a day, as the site's pages and its API have them. */
  entries(day: string): readonly DailyEntry[] {
    return this.#lists.get(day) ?? [];
  }

  /** Makes a day's list as long as this, with the same papers first. */
  list(day: string, count: number): void {
    this.#lists.set(day, papersOn(day, count));
  }

  /** Answers whatever is asked for with this, until told otherwise. */
  answer(answer: Answer | undefined): void {
    this.#answer = answer;
  }

  /** What the extension asked for so far. */
  requests(): SiteRequest[] {
    return this.site.requestsTo(host).filter((request) => request.path.startsWith(path));
  }

  /** Makes the extension ask now, until no missed day is left or a problem is met. */
  async poll(): Promise<PollState> {
    for (;;) {
      const state = await this.#pollOnce(Date.now());
      if (state.problem || (state.askAt ?? 0) - (state.lastAskedAt ?? 0) > batchPause) return state;
    }
  }

  /** What the extension keeps of its polls. */
  state(): Promise<PollState | undefined> {
    return new Store(this.session).readLocally<PollState>('poll');
  }

  async #pollOnce(begun: number): Promise<PollState> {
    const before = await this.state();
    if (before?.notBefore) await this.#keep({ ...before, notBefore: 0 });
    let firedAt = 0;
    return waitUntil(
      async () => {
        const state = await this.state();
        if ((state?.lastAskedAt ?? 0) >= begun) return state;
        // The worker sets its own alarms after each job, and may have replaced this one.
        const isLost = Date.now() - firedAt > alarmPatience;
        if (isLost) firedAt = await this.#fire();
        return undefined;
      },
      { what: 'the extension to ask for papers', timeout: 20_000 },
    );
  }

  /** The extension asks once by itself when it is new; what it learned then is forgotten. */
  async #forget(): Promise<void> {
    await waitUntil(async () => (await this.state())?.lastAskedAt, {
      what: 'the first question of the extension',
      timeout: 20_000,
    });
    await new Store(this.session).forgetDays();
    const [first] = this.days();
    const hour = Date.now() + 3_600_000;
    await this.#keep({ since: first?.day ?? '', failures: 0, askAt: hour });
  }

  #keep(state: PollState): Promise<void> {
    return new Store(this.session).keepLocally({ poll: state });
  }

  #fire(): Promise<number> {
    return this.session.inExtension(async () => {
      const scope = globalThis as unknown as { browser?: AlarmApi; chrome: AlarmApi };
      await (scope.browser ?? scope.chrome).alarms.create('job:poll', { when: Date.now() });
      return Date.now();
    });
  }

  #reply(request: SiteRequest): Answer {
    if (this.#answer !== undefined) return this.#answer;
    const query = new URL(request.path, `https://${host}`).searchParams;
    const [page, limit] = [Number(query.get('p')), Number(query.get('limit'))];
    const entries = this.entries(query.get('date') ?? '');
    const body = JSON.stringify(entries.slice(page * limit, (page + 1) * limit));
    const etag = `W/"${createHash('sha1').update(body).digest('hex')}"`;
    if (request.headers['if-none-match'] === etag) return { status: 304, headers: { etag } };
    return { headers: { 'content-type': 'application/json; charset=utf-8', etag }, body };
  }
}
