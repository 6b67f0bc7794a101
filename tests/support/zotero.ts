import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An item as it lies in the stand-in's library. */
export interface StoredItem {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly collection: string;
  /** `automatic` are those that came within the item. */
  readonly tags: readonly string[];
  readonly automatic: readonly string[];
  readonly notes: readonly string[];
}

/** How the stand-in behaves; may be changed between requests. */
export interface ZoteroBehaviour {
  /** Of the connector's protocol. */
  api: number;
  /** What is selected. */
  selected: { library: number; libraryName: string; id: number | null; name: string | null };
  isEditable: boolean;
  /** Told before a request is answered, by the method's name; a number is answered at once, `never` is not answered. */
  before: (method: string) => number | 'never' | undefined;
  /** Saves so many of the items of one request, and fails then. */
  savesOnly?: number;
}

/** A program that listens where Zotero does and behaves as its connector's protocol (zotero/zotero, server_connector.js). */
export class ZoteroStandIn {
  readonly items: StoredItem[] = [];
  readonly requests: { method: string; headers: IncomingMessage['headers'] }[] = [];
  readonly behaviour: ZoteroBehaviour = {
    api: 3,
    selected: { library: 1, libraryName: 'My Library', id: 23, name: 'Attention' },
    isEditable: true,
    before: () => undefined,
  };
  readonly #sessions = new Map<string, StoredItem[]>();
  readonly #server: Server = createServer(
    (request, response) => void this.#serve(request, response),
  );

  /** Listens, on a port of its own unless told, and gives the origin. */
  async start(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = /^\/connector\/(\w+)$/.exec(request.url ?? '')?.[1] ?? '';
    this.requests.push({ method, headers: request.headers });
    // Requests of web pages are cut off without an answer.
    if (request.headers['x-zotero-connector-api-version'] === undefined) {
      request.socket.destroy();
      return;
    }
    let body = '';
    for await (const piece of request) body += piece;
    const forced = this.behaviour.before(method);
    if (forced === 'never') return;
    const [status, answer] = forced ? [forced, ''] : this.#answer(method, JSON.parse(body));
    response.writeHead(status, {
      'X-Zotero-Version': '7.0.11',
      'X-Zotero-Connector-API-Version': String(this.behaviour.api),
      'Content-Type': 'application/json',
    });
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  }

  #answer(method: string, data: Readonly<Record<string, never>>): readonly [number, unknown] {
    const { selected, isEditable } = this.behaviour;
    const { library, libraryName, id, name } = selected;
    switch (method) {
      case 'ping':
        return [200, { prefs: {} }];
      case 'getSelectedCollection':
        return [
          200,
          {
            ...{ libraryID: library, libraryName, libraryEditable: isEditable },
            ...{ id, name: name ?? libraryName, editable: isEditable, targets: [] },
          },
        ];
      case 'saveItems':
        return this.#save(data as never);
      case 'updateSession':
        return this.#update(data as never);
      default:
        return [404, 'No endpoint found\n'];
    }
  }

  #save(data: {
    readonly sessionID: string;
    readonly items: readonly (Readonly<Record<string, unknown>> & {
      readonly notes?: readonly { readonly note: string }[];
      readonly tags?: readonly string[];
    })[];
  }): readonly [number, unknown] {
    if (this.#sessions.has(data.sessionID)) return [409, { error: 'SESSION_EXISTS' }];
    const { selected, isEditable, savesOnly } = this.behaviour;
    if (!isEditable) return [500, { libraryEditable: false }];
    const collection = selected.id === null ? `L${selected.library}` : `C${selected.id}`;
    const saved = data.items.slice(0, savesOnly).map(({ notes = [], tags = [], ...fields }) => ({
      ...{ fields, collection, tags: [], automatic: tags },
      notes: notes.map(({ note }) => note),
    }));
    this.items.push(...saved);
    if (saved.length < data.items.length) return [500, ''];
    this.#sessions.set(data.sessionID, saved);
    return [201, ''];
  }

  #update(data: {
    readonly sessionID: string;
    readonly target: string;
    readonly tags: readonly string[] | string;
  }): readonly [number, unknown] {
    const session = this.#sessions.get(data.sessionID);
    if (!session) return [400, { error: 'SESSION_NOT_FOUND' }];
    const isText = typeof data.tags === 'string';
    // Neither version can take what the other one does.
    if (isText !== this.behaviour.api < 3) return [500, ''];
    const tags = typeof data.tags === 'string' ? data.tags.split(/\s*,\s*/) : data.tags;
    for (const item of session)
      this.items[this.items.indexOf(item)] = { ...item, collection: data.target, tags };
    return [200, {}];
  }
}
