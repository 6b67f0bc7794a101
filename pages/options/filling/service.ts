import { signal } from '@preact/signals';
import { browser } from '../../../lib/browser';
import { onChange } from '../../../lib/changes';
import { onOptions, readOptions } from '../../../lib/options';
import { report } from '../../../lib/report';
import { text } from '../../../lib/text';
import { type FillingSource, fillingSources } from '../../../papers/filling/names';
import type { PaperId } from '../../../papers/paper';
import { catalogueNames } from '../../../sites/catalogues/catalogues';
import { fillAgain } from '../../../store/filling/queue';
import { type FillingCounts, readFillings } from '../../../store/filling/read';
import { allowSource, stopSource } from '../../shared/filling/allow';

/** What the options say of papers that wait for their titles, and who is asked for them. */
export class Filling {
  readonly counts = signal<FillingCounts | undefined>(undefined);
  /** Those that are asked: the browser allows it, and the reader has not switched it off. */
  readonly asked = signal<readonly FillingSource[] | undefined>(undefined);
  /** Why what the reader chose did not come about. */
  readonly said = signal('');

  /** Reads everything, and again whenever it changes, until the signal aborts. */
  start(closing: AbortSignal): void {
    const read = () => this.#attempt(() => this.#read());
    onChange(({ stores }) => (stores?.includes('fillings') ?? true) && read(), closing);
    onOptions(read, closing);
    const { onAdded, onRemoved } = browser.permissions;
    for (const event of [onAdded, onRemoved]) {
      event.addListener(read);
      closing.addEventListener('abort', () => event.removeListener(read));
    }
    read();
  }

  /** Has a source asked, or not any more. Call within a click. */
  choose(source: FillingSource, isOn: boolean): void {
    this.#attempt(async () => {
      this.said.value = '';
      if (!isOn) await stopSource(source);
      else if (!(await allowSource(source)))
        this.said.value = text('fillingRefused', catalogueNames[source].title);
      await this.#read();
    });
  }

  /** Has papers asked for anew that nobody is asked for any more: one, or all of them. */
  again(id?: PaperId): void {
    this.#attempt(() =>
      fillAgain((one) => (id === undefined ? one.due === undefined : one.id === id)),
    );
  }

  async #read(): Promise<void> {
    const [{ fillsNotFrom }, counts, ...allowed] = await Promise.all([
      readOptions(),
      readFillings(),
      ...fillingSources.map((source) =>
        browser.permissions.contains({ origins: [catalogueNames[source].permission] }),
      ),
    ]);
    this.counts.value = counts;
    this.asked.value = fillingSources.filter(
      (source, at) => allowed[at] && !fillsNotFrom.includes(source),
    );
  }

  #attempt(work: () => Promise<unknown>): void {
    work().catch((error: unknown) => {
      report('filling', error);
      this.said.value = text('fillingFailedHere');
    });
  }
}
