import nodeBuffer from 'node:buffer';
import { CompressionStream, DecompressionStream } from 'node:stream/web';
import { configure } from '@testing-library/dom';
import { gunzipSync } from 'fflate';
import { vi } from 'vitest';
import { lockManager, privateDirectory } from './private-directory';

/** What a window shows of a page here, in CSS pixels: jsdom lays nothing out. */
const windowSize = { offsetWidth: 1280, offsetHeight: 900 } as const;

/** That of jsdom reads none but jsdom's own files. */
class Reader {
  result = '';
  onload: (() => void) | undefined;
  readAsText(blob: Blob): void {
    void blob.text().then((text) => {
      this.result = text;
      this.onload?.();
    });
  }
}

class Observer {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/**
 * Adds to jsdom what our pages use and it lacks: sizes, observers of them, dialogs, and files. Every
 * element is as large as the window, which is what a list needs to draw its rows.
 */
export function completeJsdom(): void {
  const made: Record<string, unknown> = {
    IntersectionObserver: Observer,
    ResizeObserver: Observer,
    requestIdleCallback: (work: () => void) => setTimeout(work),
    cancelIdleCallback: clearTimeout,
    CSS: { escape: (value: string) => value.replace(/[^\w-]/g, '\\$&') },
  };
  Object.assign(globalThis, made);
  Element.prototype.scrollIntoView = () => {};
  Element.prototype.scrollTo = () => {};
  for (const [name, value] of Object.entries(windowSize))
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  // Those of jsdom give no stream.
  const { Blob, File } = nodeBuffer;
  const streams = { CompressionStream, DecompressionStream };
  Object.assign(globalThis, { Blob, File, ...streams, FileReader: Reader });
  const estimate = async () => ({ usage: 2_000_000 });
  const directory = privateDirectory();
  const getDirectory = async () => directory;
  Object.assign(navigator, { storage: { estimate, getDirectory }, locks: lockManager() });
  // Nothing is ever laid out, so whether something is hidden from sight costs and tells nothing.
  configure({
    defaultHidden: true,
    asyncUtilTimeout: 20_000,
    getElementError: (message) => new Error(message?.split(/\n\s*--/)[0]),
  });
}

/** Catches what the page gives the browser to keep; the files' texts, unzipped where they are zipped, in their order. */
export function caughtFiles(): { names: string[]; texts: () => Promise<string[]> } {
  const blobs: Blob[] = [];
  const names: string[] = [];
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => `blob:${blobs.push(blob)}`,
    revokeObjectURL: () => undefined,
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    names.push(this.download);
  });
  const textOf = async (blob: Blob) => {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return new TextDecoder().decode(bytes[0] === 0x1f ? gunzipSync(bytes) : bytes);
  };
  return { names, texts: () => Promise.all(blobs.map(textOf)) };
}
