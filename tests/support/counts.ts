import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Protocol, Sender } from '../../lib/messages';
import { handlers } from './handlers';

/** What some work has cost, counted: unlike milliseconds the same on every machine. */
export interface Costs {
  /** The names of the messages, both ways, in order. */
  readonly messages: readonly string[];
  /** Transactions begun on the database. */
  readonly transactions: number;
  /** Requests made of it. */
  readonly requests: number;
}

const requestsOf = [
  'get',
  'getAll',
  'getKey',
  'getAllKeys',
  'count',
  'openCursor',
  'openKeyCursor',
];
const writesOf = ['put', 'add', 'delete', 'clear'];

/** A page as the background reaches it. */
export interface OpenPage {
  readonly tab: number;
  readonly url: string;
  /** Takes what it is told. */
  learn(told: Protocol['changed']['request']): void;
}

/**
 * Pages and the background in one process, with a counter between them. Restored with `vi.restoreAllMocks`.
 */
export class Counter {
  #messages: string[] = [];
  #transactions = 0;
  #requests = 0;
  #current: Sender = {};
  readonly #pages = new Map<number, OpenPage>();

  constructor() {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message) => {
      const { type, request } = message as unknown as {
        type: keyof typeof handlers;
        request: object;
      };
      this.#messages.push(type);
      return { value: await handlers[type](request, this.#current) };
    });
    Object.assign(fakeBrowser.tabs, {
      sendMessage: async (tab: number, message: { type: 'changed'; request: never }) => {
        this.#messages.push(message.type);
        this.#pages.get(tab)?.learn(message.request);
        return { value: null };
      },
    });
    const begin = IDBDatabase.prototype.transaction;
    const counter = this;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...given
    ) {
      counter.#transactions += 1;
      return begin.apply(this, given);
    });
    this.#countRequests(IDBObjectStore.prototype, [...requestsOf, ...writesOf]);
    this.#countRequests(IDBIndex.prototype, requestsOf);
  }

  #countRequests(prototype: object, names: readonly string[]): void {
    for (const name of names) {
      const target = prototype as Record<string, (...given: unknown[]) => unknown>;
      const original = target[name];
      if (!original) continue;
      const counter = this;
      vi.spyOn(target, name).mockImplementation(function (this: unknown, ...given) {
        counter.#requests += 1;
        return original.apply(this, given);
      });
    }
  }

  /** Whose messages the next ones are; what the background tells its tab reaches it from now on. */
  as(page: OpenPage): void {
    this.#pages.set(page.tab, page);
    this.#current = { id: 'offprint', url: page.url, tab: { id: page.tab, url: page.url } };
  }

  /** What has been counted since the last call. */
  take(): Costs {
    const costs = {
      messages: this.#messages,
      transactions: this.#transactions,
      requests: this.#requests,
    };
    this.#messages = [];
    this.#transactions = 0;
    this.#requests = 0;
    return costs;
  }
}

/** How many nodes are in a tree, its shadow tree and texts included. */
export function nodesIn(node: Node): number {
  const below = [...node.childNodes, ...((node as Partial<Element>).shadowRoot?.childNodes ?? [])];
  return below.reduce((sum, child) => sum + nodesIn(child), 1);
}
