import { signal } from '@preact/signals';
import { browser } from '../../lib/browser';
import { forgetSite, grantedSites } from '../../lib/granted';
import { report } from '../../lib/report';
import { requiredHosts } from '../../sites/hosts';

/** The sites that the reader has let Offprint on to. */
export class GrantedSites {
  /** Match patterns; `undefined` until they are read. */
  readonly list = signal<readonly string[] | undefined>(undefined);

  /** Reads them, and again whenever they change. */
  start(): void {
    const read = () =>
      void grantedSites(requiredHosts).then(
        (list) => {
          this.list.value = list;
        },
        (error: unknown) => report('options', error),
      );
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    read();
  }

  /** Takes a site away; Offprint leaves its open pages at once. */
  async revoke(site: string): Promise<void> {
    await forgetSite(site);
    await browser.permissions.remove({ origins: [site] });
    this.list.value = this.list.value?.filter((one) => one !== site);
  }
}
