import type { World } from '../../background/filling/ask';
import { type FillingSource, fillingSources } from '../../papers/filling/names';
import { catalogueNames } from '../../sites/catalogues/catalogues';
import { recordsOf } from '../../store/records/queries';
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

/** The link of one of the tests' papers on arXiv. */
export const arxiv = (number: number) => `https://arxiv.org/abs/2603.2500${number}`;

/** The id of that paper. */
export const id = (number: number) => `arxiv:2603.2500${number}`;

/** The DOI of a paper that Crossref knows. */
export const doi = '10.1145/3292500.3330701';

/** An answer of arXiv. */
export const feed = (text: string) => () =>
  new Response(text, { headers: { 'content-type': 'application/atom+xml' } });

/** What each source is asked at. */
export const hf = 'https://huggingface.co/api/papers/';
export const api = 'https://export.arxiv.org/api/query';
export const crossref = 'https://api.crossref.org/works';
export const openAlex = 'https://api.openalex.org/works';

/** How a paper is stored now. */
export const recordOf = async (paperId: string) => (await recordsOf([paperId]))[0];

/** The ids that a question to arXiv names. */
export const idsIn = (address: string) =>
  (new URL(address).searchParams.get('id_list') ?? '').split(',').map((one) => ({ id: one }));
