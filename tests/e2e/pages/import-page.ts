import type { Page } from 'puppeteer-core';
import { bringToFront, click, find, textOf } from '../harness/page';
import type { Session } from '../harness/session';
import { waitUntil } from '../harness/wait';

/** A file as it lies on a disk. */
export interface GivenFile {
  readonly name: string;
  readonly content: string;
}

/** Lets a page have files as a browser hands them over; no driver can choose or drag any in both. Runs in the page. */
export function dropFiles(files: readonly GivenFile[]): void {
  const dataTransfer = new DataTransfer();
  for (const { name, content } of files) dataTransfer.items.add(new File([content], name));
  for (const kind of ['dragover', 'drop'])
    document.body.dispatchEvent(
      new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }),
    );
}

/** The page that takes files of other programs. */
export class ImportPage {
  constructor(readonly page: Page) {}

  /** Opens it and waits until it can be given something. */
  static async open(session: Session): Promise<ImportPage> {
    const page = await session.openExtensionPage('import.html');
    await bringToFront(page);
    await find(page, '.give');
    return new ImportPage(page);
  }

  /** Chooses some files. */
  async choose(files: readonly GivenFile[]): Promise<void> {
    // Firefox takes no path over BiDi for a page of an extension.
    await this.page.$eval(
      'input[type=file]',
      (input, given) => {
        const transfer = new DataTransfer();
        for (const { name, content } of given) transfer.items.add(new File([content], name));
        (input as HTMLInputElement).files = transfer.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      },
      [...files],
    );
  }

  /** Drops some files. */
  async drop(files: readonly GivenFile[]): Promise<void> {
    await this.page.evaluate(dropFiles, [...files]);
  }

  /** Waits until the page, or a part of it, says something. */
  async says(words: string, part = 'main'): Promise<void> {
    await waitUntil(async () => (await textOf(this.page, part)).includes(words), {
      what: `${part} to say “${words}”`,
    }).catch(async (error: Error) => {
      throw new Error(`${error.message}; it says ${await textOf(this.page, 'main')}`);
    });
  }

  /** Presses the button whose name begins so, or what unfolds under it. */
  async press(name: string): Promise<void> {
    for (const button of await this.page.$$('button, summary')) {
      const text = await button.evaluate((node) => node.textContent);
      if (text?.startsWith(name)) return click(this.page, button);
    }
    throw new Error(`No button “${name}”`);
  }
}
