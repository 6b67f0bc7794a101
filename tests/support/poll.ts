import { createHash } from 'node:crypto';
import { nextPoll, poll, type World } from '../../background/poll/run';
import { type PollState, readPollState } from '../../lib/poll-state';
import type { DailyEntry } from '../fixtures/papers';
import { papersOn } from '../fixtures/recent';

/** One question as the fake site keeps it. */
export interface Question {
  readonly at: number;
  /** The ISO day it was about. */
  readonly day: string;
  /** Counted from 0. */
  readonly page: number;
  readonly init: RequestInit;
}

/** In ms, as every length of time here. */
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The instant of a time like `2026-03-27T09:00`, in UTC. */
export const at = (time: string) => Date.parse(`${time}Z`);

/** Hugging Face's API in memory, and the world of a reader whose clock a test sets. */
export class FakeSite {
  readonly questions: Question[] = [];
  /** What was sent back, bodies alone. */
  bytes = 0;
  wakeUps = 0;
  /** Whether the site marks its answers with a version. */
  marks = true;
  savesData = false;
  /** How long an answer takes, in ms of the reader's clock. */
  delay = 0;
  isAllowed = true;
  #lists = new Map<string, (now: number) => readonly unknown[]>();
  #trouble: ((now: number) => Promise<Response | undefined> | Response | undefined) | undefined;

  constructor(public now: number) {}

  /** Sets a day's list, or how it is at each instant. */
  list(day: string, entries: readonly unknown[] | ((now: number) => readonly unknown[])): void {
    this.#lists.set(day, typeof entries === 'function' ? entries : () => entries);
  }

  /** What the list of a day has at an instant. */
  listed(day: string, now = this.now): readonly DailyEntry[] {
    return (this.#lists.get(day)?.(now) ?? []) as readonly DailyEntry[];
  }

  /** Answers with this wherever it gives an answer; without, all is well again. */
  trouble(answer?: (now: number) => Promise<Response | undefined> | Response | undefined): void {
    this.#trouble = answer;
  }

  /** The world as a poll meets it. */
  get world(): World {
    return {
      fetch: (url, init = {}) => this.#answer(String(url), init),
      timeLimit: 1000,
      clock: () => this.now + this.delay,
      random: () => 0.5,
      savesData: () => this.savesData,
      isAllowed: async () => this.isAllowed,
    };
  }

  /** Polls now, as when the alarm goes off. */
  async poll(): Promise<PollState> {
    this.wakeUps += 1;
    await poll(this.now, this.world);
    const state = await readPollState();
    if (!state) throw new Error('A poll left no state');
    return state;
  }

  /** Lets time pass, with every poll at its moment. */
  async until(end: number): Promise<void> {
    for (;;) {
      const at = await nextPoll(this.now);
      if (at === undefined || at > end) break;
      this.now = Math.max(at, this.now);
      await this.poll();
    }
    this.now = end;
  }

  /** Polls until no missed day is left. */
  async catchUp(): Promise<void> {
    await this.until(this.now + 10 * minute);
  }

  async #answer(url: string, init: RequestInit): Promise<Response> {
    const query = new URL(url).searchParams;
    const day = query.get('date') ?? '';
    const [page, limit] = [Number(query.get('p')), Number(query.get('limit'))];
    this.questions.push({ at: this.now, day, page, init });
    const trouble = await this.#trouble?.(this.now);
    if (trouble) return trouble;
    const body = JSON.stringify(this.listed(day).slice(page * limit, (page + 1) * limit));
    const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
    const marks: Record<string, string> = this.marks ? { etag } : {};
    const headers = { 'content-type': 'application/json; charset=utf-8', ...marks };
    const asked = new Headers(init.headers).get('if-none-match');
    if (this.marks && asked === etag) return new Response(null, { status: 304, headers });
    this.bytes += body.length;
    return new Response(body, { headers });
  }
}

/** A site with five papers yesterday and three today, polled once at 2026-03-27T09:00. */
export async function polledSite(): Promise<FakeSite> {
  const site = new FakeSite(at('2026-03-27T09:00'));
  site.list('2026-03-26', papersOn('2026-03-26', 5));
  site.list('2026-03-27', papersOn('2026-03-27', 3));
  await site.poll();
  return site;
}
