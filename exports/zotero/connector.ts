import * as v from 'valibot';
import type { ZoteroItem } from './items';

/** Where Zotero's desktop program listens; https://www.zotero.org/support/dev/client_coding/connector_http_server. */
export const zoteroOrigin = 'http://127.0.0.1:23119';

/** The version of the protocol that is spoken here, and the oldest one that has all that is needed. */
const spoken = 3;
const oldest = 2;

/** How long Zotero may take to say that it is there, and to save some papers, in ms. */
const patience = { short: 5000, long: 60_000 } as const;

/** Why Zotero took nothing, or nothing more. */
export type ZoteroErrorCode = 'not-running' | 'timed-out' | 'too-old' | 'read-only' | 'refused';

/** Zotero did not do what was asked. */
export class ZoteroError extends Error {
  constructor(
    readonly code: ZoteroErrorCode,
    /** Its version, the name of the collection, or what it said, as far as that is known. */
    readonly detail = '',
  ) {
    super(`${code}: ${detail}`);
    this.name = 'ZoteroError';
  }
}

/** Where what is sent ends up: what is selected in Zotero's window. */
export interface ZoteroTarget {
  /** As the protocol writes it: `L1` for a library, `C23` for a collection. */
  readonly id: string;
  /** The library, and the collection in it where one is selected. */
  readonly names: readonly string[];
}

/** What the connection is made with. */
export interface ConnectorOptions {
  readonly fetch: typeof fetch;
  readonly origin?: string;
  readonly patience?: { readonly short: number; readonly long: number };
  readonly signal?: AbortSignal | undefined;
}

const selection = v.object({
  libraryID: v.number(),
  libraryName: v.string(),
  id: v.nullish(v.number()),
  name: v.nullish(v.string()),
  editable: v.nullish(v.boolean()),
  libraryEditable: v.nullish(v.boolean()),
});

/** Talks to Zotero as its browser connectors do (zotero/zotero, `server_connector.js`). */
export class ZoteroConnector {
  /** Of the protocol that it speaks, once it has answered. */
  #version = spoken;

  constructor(private readonly options: ConnectorOptions) {}

  /**
   * Asks whether Zotero is there, and what is selected in it.
   * @throws ZoteroError where it is not, is too old, or nothing can be saved there.
   */
  async target(): Promise<ZoteroTarget> {
    const { headers } = await this.#post('ping', {}, 'short');
    const version = headers.get('X-Zotero-Version') ?? '';
    const told = headers.get('X-Zotero-Connector-API-Version');
    this.#version = Number(told ?? 0);
    if (!(this.#version >= oldest))
      throw new ZoteroError(told ? 'too-old' : 'not-running', version);
    const answer = await this.#post('getSelectedCollection', {}, 'short');
    if (answer.status === 404) throw new ZoteroError('too-old', version);
    const read = v.safeParse(selection, await answer.json().catch(() => undefined));
    if (!answer.ok || !read.success) throw await refusal(answer);
    const { libraryID, libraryName, id, name, editable, libraryEditable } = read.output;
    const names = id ? [libraryName, name ?? ''] : [libraryName];
    if (editable === false || libraryEditable === false)
      throw new ZoteroError('read-only', names.at(-1));
    return { id: id ? `C${id}` : `L${libraryID}`, names };
  }

  /**
   * Saves items where Zotero's selection is, in a session of their own.
   * @param session A name that no other session has.
   * @throws ZoteroError What was under way may have been saved or not where it timed out, or the connection was lost.
   */
  async save(session: string, items: readonly ZoteroItem[]): Promise<void> {
    const answer = await this.#post('saveItems', { sessionID: session, items }, 'long');
    if (answer.status !== 201) throw await refusal(answer);
  }

  /**
   * Gives the items of a session tags, as the reader's own.
   * @throws ZoteroError
   */
  async tag(session: string, target: ZoteroTarget, tags: readonly string[]): Promise<void> {
    const change = (given: unknown) =>
      this.#post('updateSession', { sessionID: session, target: target.id, tags: given }, 'long');
    // Older ones take one text, in which a comma ends a tag.
    const text = tags.map((tag) => tag.replace(/\s*,\s*/g, ' ')).join(', ');
    let answer = await change(this.#version < spoken ? text : tags);
    if (!answer.ok && this.#version >= spoken) answer = await change(text);
    if (!answer.ok) throw await refusal(answer);
  }

  async #post(method: string, body: object, kind: keyof typeof patience): Promise<Response> {
    const { fetch, origin = zoteroOrigin, patience: own = patience, signal } = this.options;
    const timeout = AbortSignal.timeout(own[kind]);
    const answer = await fetch(`${origin}/connector/${method}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        // Without it Zotero takes the request for one of a web page, and cuts it off.
        'X-Zotero-Connector-API-Version': String(spoken),
      },
      body: JSON.stringify(body),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    }).catch((cause: unknown) => {
      signal?.throwIfAborted();
      throw new ZoteroError(timeout.aborted ? 'timed-out' : 'not-running', String(cause));
    });
    if (answer.status === 412)
      throw new ZoteroError('too-old', answer.headers.get('X-Zotero-Version') ?? '');
    return answer;
  }
}

async function refusal(answer: Response): Promise<ZoteroError> {
  const said = answer.bodyUsed ? '' : await answer.text().catch(() => '');
  if (said.includes('"libraryEditable":false')) return new ZoteroError('read-only');
  return new ZoteroError('refused', `${answer.status} ${said}`.trim().slice(0, 200));
}
