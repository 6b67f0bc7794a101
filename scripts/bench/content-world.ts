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
      timeout: 120_000,
    });
    return new ContentWorld(session, id);
  }

  /** Runs a function that needs nothing from around it in that world. */
  async evaluate<T>(run: () => T): Promise<Awaited<T>> {
    return (await this.#value(`(${run})()`)) as Awaited<T>;
  }

  /**
   * Sends a message to the extension's background; resolves to the ms until it was answered.
   * @throws Error when the answer is an error.
   */
  async timeMessage(message: unknown): Promise<number> {
    const answered = 'if (!answer || answer.error) throw new Error(JSON.stringify(answer));';
    return this.#time(message, answered);
  }

  /** The ms until a message came back that the background heard and had no answer to. */
  async timeUnanswered(message: unknown): Promise<number> {
    return this.#time(message, '');
  }

  async #time(message: unknown, check: string): Promise<number> {
    const ms = await this.#value(`(async () => {
      const start = performance.now();
      const answer = await chrome.runtime.sendMessage(${JSON.stringify(message)});
      const ms = performance.now() - start;
      ${check}
      return ms;
    })()`);
    return Number(ms);
  }

  async #value(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      contextId: this.contextId,
      awaitPromise: true,
      returnByValue: true,
      expression,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return result.value;
  }
}
