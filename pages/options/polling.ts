import { signal } from '@preact/signals';
import { browser } from '../../lib/browser';
import { type Options, readOptions } from '../../lib/options';
import { onPollState } from '../../lib/poll-changes';
import { type PollState, readPollState } from '../../lib/poll-state';
import { report } from '../../lib/report';
import { text } from '../../lib/text';

const host = { origins: ['https://huggingface.co/*'] };
const notifications = { permissions: ['notifications' as const] };
/** The background's alarm for the next question; see `keepAlarms`. */
const pollAlarm = 'job:poll';

/** What the options say of asking for new papers, and what the browser must allow for it. */
export class Polling {
  readonly poll = signal<PollState | undefined>(undefined);
  /** When the site is asked next, in ms since the epoch; `undefined` where that is not known. */
  readonly nextAt = signal<number | undefined>(undefined);
  /** Whether the browser lets Offprint ask the site. Firefox leaves that to the reader. */
  readonly isAllowed = signal(true);
  /** Whether the browser shows notifications, where the reader wants them. */
  readonly mayNotify = signal(true);
  /** Why what the reader chose did not come about, by what they chose. */
  readonly saidOfAsking = signal('');
  readonly saidOfNotifying = signal('');

  /** Reads everything, and again whenever it changes. */
  start(): void {
    const read = () => void this.#read().catch((error: unknown) => report('options', error));
    onPollState(read);
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    read();
  }

  /** Asks the reader to let Offprint ask the site. Call within a click. */
  async allow(): Promise<void> {
    this.saidOfAsking.value = '';
    const isGranted = await this.#request(host);
    if (isGranted) this.isAllowed.value = true;
    this.saidOfAsking.value = isGranted ? '' : text('askRefused');
  }

  /**
   * Chooses when to notify. What the browser must allow for it is asked for first. Call within a click.
   * @param keep Keeps the choice; not called when the reader refuses.
   */
  async notify(
    choice: Options['notify'],
    keep: (change: Partial<Options>) => Promise<void>,
  ): Promise<void> {
    // Refused again it is said again, and drawn anew: the browser has marked the choice already.
    this.saidOfNotifying.value = '';
    const isGranted = choice === 'never' || (await this.#request(notifications));
    this.saidOfNotifying.value = isGranted ? '' : text('notifyRefused');
    if (!isGranted) return;
    await keep({ notify: choice });
    this.mayNotify.value = true;
  }

  async #read(): Promise<void> {
    const [poll, alarm, isAllowed, isNotifying, { notify }] = await Promise.all([
      readPollState(),
      browser.alarms.get(pollAlarm),
      browser.permissions.contains(host),
      browser.permissions.contains(notifications),
      readOptions(),
    ]);
    this.poll.value = poll;
    this.nextAt.value = alarm?.scheduledTime;
    this.isAllowed.value = isAllowed;
    this.mayNotify.value = isNotifying || notify === 'never';
    if (!this.mayNotify.value) this.saidOfNotifying.value = text('notifyRefused');
  }

  async #request(wanted: Parameters<typeof browser.permissions.request>[0]): Promise<boolean> {
    try {
      return await browser.permissions.request(wanted);
    } catch (error) {
      report('options', error);
      return false;
    }
  }
}
