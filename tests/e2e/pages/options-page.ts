import type { Page } from 'puppeteer-core';
import { caughtFile } from '../harness/caught-file';
import { click, find } from '../harness/page';
import type { Session } from '../harness/session';
import { waitUntil } from '../harness/wait';

/** The options page. */
export class OptionsPage {
  constructor(readonly page: Page) {}

  /** Opens the options and waits until they say how much there is. */
  static async open(session: Session): Promise<OptionsPage> {
    const options = new OptionsPage(await session.openExtensionPage('options.html'));
    await options.says('saved');
    return options;
  }

  /** Chooses one of the choices, or turns a page kind on or off. */
  async choose(value: string): Promise<void> {
    await click(this.page, `input[value="${value}"]`);
  }

  /** Waits until one of several is chosen, and gives it. */
  chosen(name: string): Promise<string> {
    const selector = `input[name="${name}"]:checked`;
    return waitUntil(
      () => this.page.$$eval(selector, ([input]) => input?.getAttribute('value') ?? undefined),
      { what: `a choice of “${name}”` },
    );
  }

  /** Chooses a full hour in the list with the name. */
  async chooseHour(name: string, hour: number): Promise<void> {
    await find(this.page, `select[aria-label="${name}"]`);
    await this.page.select(`select[aria-label="${name}"]`, String(hour));
  }

  /** The hour chosen in the list with the name. */
  async hour(name: string): Promise<number> {
    const list = await find(this.page, `select[aria-label="${name}"]`);
    return Number(await list.evaluate((node) => (node as HTMLSelectElement).value));
  }

  /** Everything that can be read on the page. */
  words(): Promise<string> {
    return this.page.evaluate(() => document.body.textContent ?? '');
  }

  /** Waits until the page says something. */
  async says(words: string): Promise<void> {
    await waitUntil(async () => (await this.words()).includes(words), {
      what: `the options to say “${words}”`,
    });
  }

  /** Presses the button with the name, or what unfolds under it. */
  async press(name: string): Promise<void> {
    for (const button of await this.page.$$('button, summary')) {
      const text = await button.evaluate((node) => node.textContent);
      if (text?.startsWith(name)) return click(this.page, button);
    }
    throw new Error(`No button “${name}”`);
  }

  /** Downloads everything and gives the file, caught on its way to the disk. */
  download(): Promise<Buffer> {
    return caughtFile(this.page, () => this.press('Download everything'));
  }

  /** Chooses a file with this in it, to restore from. */
  async give(content: Buffer): Promise<void> {
    await find(this.page, 'input[type=file]');
    // Firefox takes no path over BiDi for a page of an extension.
    await this.page.$eval(
      'input[type=file]',
      (input, bytes) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes)], 'offprint.jsonl.gz'));
        (input as HTMLInputElement).files = transfer.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      },
      [...content],
    );
  }

  /** Types the number that confirms the deletion. */
  async typeCount(count: string): Promise<void> {
    await click(this.page, '#delete-count');
    await this.page.keyboard.type(count);
  }

  /** Whether everything can be deleted now. */
  canDelete(): Promise<boolean> {
    return this.page.$eval(
      'form:has(#delete-count) button',
      (button) => !(button as HTMLButtonElement).disabled,
    );
  }
}
