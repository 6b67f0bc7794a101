import type { World } from '../../background/filling/ask';
import { type FillingSource, fillingSources } from '../../papers/filling/names';
import { catalogueNames } from '../../sites/catalogues/catalogues';
import { saveAddress } from '../../store/words/save-address';

/** A stand-in for all services, on a clock that goes on only while something waits for it. */
export class FillingServices implements World {
  readonly timeLimit = 1000;
  /** What was asked, with the moment at which it was. */
  readonly asked: { readonly at: number; readonly address: string }[] = [];
  /** Those that the browser lets the extension reach. */
  allowed: readonly FillingSource[] = fillingSources;
  now = Date.parse('2026-04-10T12:00:00Z');
  /** Answers by the beginning of an address, the first that fits; 404 where none does. */
  answers: readonly (readonly [string, (address: string) => Response | Promise<Response>])[] = [];
  /** Called before each question. */
  before: () => void = () => {};

  readonly fetch: typeof fetch = async (url) => {
    const address = String(url);
    this.before();
    this.asked.push({ at: this.now, address });
    const [, answer] = this.answers.find(([start]) => address.startsWith(start)) ?? [];
    return answer ? answer(address) : new Response('Not found', { status: 404 });
  };

  readonly clock = () => this.now;
  readonly random = () => 0.5;
  readonly wait = async (ms: number) => {
    this.now += ms;
  };
  readonly isAllowed = async (permission: string) =>
    this.allowed.some((source) => catalogueNames[source].permission === permission);

  /** The hosts that were asked, in order. */
  hosts(): string[] {
    return this.asked.map(({ address }) => new URL(address).hostname);
  }
}

/** Answers as JSON. */
export function json(value: unknown): () => Response {
  return () => Response.json(value);
}

/** Saves papers as the menu does with bare links. */
export async function saveLinks(...addresses: readonly string[]): Promise<void> {
  for (const address of addresses) await saveAddress(address, undefined, 'menu');
}
