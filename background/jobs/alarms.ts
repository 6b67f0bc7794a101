import { browser } from '../../lib/browser';
import { onChange } from '../../lib/changes';
import { coalesced } from '../../lib/coalesced';
import { onAnyOption } from '../../lib/page-options';
import { report } from '../../lib/report';
import { atOnce } from './after-startup';

/** What every job has. `now` is in ms since the epoch. */
interface AnyJob {
  /** Unique, and the same for ever: what was done last is kept by it. */
  readonly name: string;
  run(now: number): Promise<void>;
}

/** Something done every so often, at a moment that suits. */
export interface PeriodicJob extends AnyJob {
  readonly periodInMinutes: number;
  /** False puts it off for some minutes. */
  suits?(now: number): Promise<boolean>;
}

/** Something done at a moment of its own. */
export interface TimedJob extends AnyJob {
  /**
   * In ms since the epoch; `undefined` when there is nothing to do. Asked again at every change of
   * papers and of options.
   */
  nextAt(): Promise<number | undefined>;
}

export type Job = PeriodicJob | TimedJob;

/** When a job was last done, or first heard of. */
interface Past {
  readonly at: number;
  readonly failed?: boolean;
}

const minute = 60_000;
const prefix = 'job:';
const pastKey = 'jobs';
/** How long a job is put off that does not suit, in minutes. */
const delay = 10;
/** How long until a timed job that failed is tried again, in minutes. */
const retry = 60;

/**
 * Does jobs by the browser's alarms. Call in the first tick. Each start of the worker makes alarms
 * that are missing (Firefox forgets them when it closes) and leaves those that run alone; when a job
 * was last done is stored, so that a period outlives every restart. A job that fails is reported,
 * and done again when its next turn comes. What a clock that was wrong said of the future is not believed.
 * @param begin Does what is to be done at the start.
 */
export function keepAlarms(jobs: readonly Job[], begin = atOnce): void {
  const schedule = coalesced(async () => {
    await clearOthers(jobs);
    await scheduleAll(jobs);
  });
  const timed = jobs.filter((job) => 'nextAt' in job);
  const followChange = coalesced(() => scheduleAll(timed));
  browser.alarms.onAlarm.addListener(({ name }) => {
    const job = jobs.find((one) => prefix + one.name === name);
    if (job) void runJob(job, Date.now()).then(schedule);
  });
  browser.runtime.onInstalled.addListener(() => void schedule());
  browser.runtime.onStartup.addListener(() => void schedule());
  if (timed.length > 0) {
    onChange(() => void followChange());
    onAnyOption(() => void followChange());
  }
  begin(schedule);
}

/** Alarms of jobs that an older version had. */
async function clearOthers(jobs: readonly Job[]): Promise<void> {
  try {
    const names = jobs.map(({ name }) => prefix + name);
    for (const { name } of await browser.alarms.getAll())
      if (name.startsWith(prefix) && !names.includes(name)) await browser.alarms.clear(name);
  } catch (error) {
    report('alarms', error);
  }
}

async function scheduleAll(jobs: readonly Job[]): Promise<void> {
  for (const job of jobs) {
    const scheduling = 'nextAt' in job ? scheduleTimed(job) : schedulePeriodic(job);
    await scheduling.catch((error: unknown) => report(`alarm ${job.name}`, error));
  }
}

async function schedulePeriodic({ name, periodInMinutes }: PeriodicJob): Promise<void> {
  const alarm = await browser.alarms.get(prefix + name);
  const now = Date.now();
  const latest = now + periodInMinutes * minute;
  if (alarm?.periodInMinutes === periodInMinutes && alarm.scheduledTime <= latest) return;
  const past = (await readPast())[name] ?? (await writePast(name, { at: now }));
  const when = Math.max(past.at + periodInMinutes * minute, now + minute);
  await browser.alarms.create(prefix + name, { when, periodInMinutes });
}

async function scheduleTimed({ name, nextAt }: TimedJob): Promise<void> {
  const alarm = await browser.alarms.get(prefix + name);
  const at = await nextAt();
  if (at === undefined) {
    if (alarm) await browser.alarms.clear(prefix + name);
    return;
  }
  const past = (await readPast())[name];
  const when = past ? Math.max(at, past.at + (past.failed ? retry : 1) * minute) : at;
  if (alarm?.scheduledTime !== when) await browser.alarms.create(prefix + name, { when });
}

const running = new Set<string>();

async function runJob(job: Job, now: number): Promise<void> {
  if (running.has(job.name)) return;
  running.add(job.name);
  try {
    if ('nextAt' in job || !job.suits || (await job.suits(now))) {
      await job.run(now);
      await writePast(job.name, { at: now });
    } else {
      const { name, periodInMinutes } = job;
      await browser.alarms.create(prefix + name, { when: now + delay * minute, periodInMinutes });
    }
  } catch (error) {
    report(`job ${job.name}`, error);
    await writePast(job.name, { at: now, failed: true }).catch((cause: unknown) =>
      report(`job ${job.name}`, cause),
    );
  } finally {
    running.delete(job.name);
  }
}

async function readPast(): Promise<Readonly<Record<string, Past>>> {
  const stored = (await browser.storage.local.get(pastKey))[pastKey];
  const entries = typeof stored === 'object' && stored ? Object.entries(stored) : [];
  const now = Date.now();
  const isPast = (value: unknown): value is Past =>
    Number((value as Partial<Past> | null)?.at) <= now;
  return Object.fromEntries(entries.filter((entry): entry is [string, Past] => isPast(entry[1])));
}

let lastWritten: Promise<unknown> = Promise.resolve();

/** One after the other: jobs that end side by side keep what is known of each other. */
function writePast(name: string, past: Past): Promise<Past> {
  const written = lastWritten.then(async () => {
    await browser.storage.local.set({ [pastKey]: { ...(await readPast()), [name]: past } });
    return past;
  });
  lastWritten = written.catch(() => undefined);
  return written;
}
