import type { Page } from 'puppeteer-core';
import type { Session } from '../harness/session';
import { waitUntil } from '../harness/wait';

/** The options page. */
export class OptionsPage {
  constructor(readonly page: Page) {}

  /** Opens the options and waits for their heading. */
  static async open(session: Session): Promise<OptionsPage> {
    const page = await session.openExtensionPage('options.html');
    await waitUntil(() => page.$('h1'), { what: 'the options to be drawn' });
    return new OptionsPage(page);
  }
}
