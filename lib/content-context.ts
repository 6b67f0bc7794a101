import { browser } from './browser';

/**
 * What a content script is told of its own end; in place of WXT's class of that name, of which it has what is used
 * here. That one also watches addresses, wraps timers and keeps a log, for a kilobyte gzipped in each content script.
 * Given by wxt.config.ts.
 */
export class ContentScriptContext {
  readonly #ending = new AbortController();

  /** @param name Of the entrypoint. A script of the same name that still runs on the page ends: it is an older one. */
  constructor(name: string) {
    // WXT's own event and detail: the older script may be one that was built with its class.
    const started = `${browser.runtime.id}:${name}:wxt:content-script-started`;
    const detail = { contentScriptName: name, messageId: String(Math.random()) };
    document.dispatchEvent(new CustomEvent(started, { detail }));
    document.addEventListener(started, () => this.#end(), { once: true });
  }

  /** Aborts when a newer script has taken over, or when the extension turns out to be gone. */
  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  /** False when the extension is gone, for which there is no event, and while the reader is on another page. */
  get isValid(): boolean {
    if (!browser.runtime?.id) this.#end();
    return !this.signal.aborted && document.defaultView !== null;
  }

  #end(): void {
    this.#ending.abort();
  }
}
