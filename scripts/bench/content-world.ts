import type { CDPSession, Page } from 'puppeteer-core';
import { waitUntil } from '../../tests/e2e/harness/wait';

interface Context {
  readonly id: number;
  readonly origin: string;
}

/** The world in which an extension's content script runs on a page. */
export class ContentWorld {
  private constructor(
    private readonly session: CDPSession,
    private readonly contextId: number,
  ) {}

  /** Finds the world of the extension with the origin. */
  static async of(page: Page, origin: string): Promise<ContentWorld> {
    const session = await page.createCDPSession();
    const contexts: Context[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
    await session.send('Runtime.enable');
    const { id } = await waitUntil(() => contexts.find((context) => context.origin === origin), {
      what: `a content script of ${origin}`,
    });
    return new ContentWorld(session, id);
  }

  /** Sends a message to the extension's background; resolves to the ms until it was answered. */
  async timeMessage(message: unknown): Promise<number> {
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      contextId: this.contextId,
      awaitPromise: true,
      returnByValue: true,
      expression: `(async () => {
        const start = performance.now();
        const answer = await chrome.runtime.sendMessage(${JSON.stringify(message)});
        const ms = performance.now() - start;
        if (!answer || answer.error) throw new Error(JSON.stringify(answer));
        return ms;
      })()`,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return Number(result.value);
  }
}
