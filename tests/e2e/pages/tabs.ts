import { type OpenTab, openTabs } from '../harness/open-tabs';
import type { Session } from '../harness/session';
import { waitUntil } from '../harness/wait';

/** The tabs of the browser's window. */
export class Tabs {
  constructor(private readonly session: Session) {}

  /** Every tab there is. */
  all(): Promise<readonly OpenTab[]> {
    return openTabs(this.session.browser, this.session.name === 'firefox');
  }

  /** Waits until an address is open in so many tabs. */
  async have(url: string, times = 1): Promise<void> {
    await this.#waits(
      (tabs) => tabs.filter((tab) => tab.url === url).length === times,
      `${url} in ${times} tabs`,
    );
  }

  /** Waits until the tab in front shows an address. */
  async showInFront(url: string): Promise<void> {
    await this.#waits(
      (tabs) => tabs.some((tab) => tab.url === url && tab.isInFront),
      `${url} in the tab in front`,
    );
  }

  async #waits(isSo: (tabs: readonly OpenTab[]) => boolean, what: string): Promise<void> {
    await waitUntil(async () => isSo(await this.all()), { what }).catch(async (error: Error) => {
      throw new Error(`${error.message}; there are ${JSON.stringify(await this.all())}`);
    });
  }
}
