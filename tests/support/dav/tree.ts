/** A file or a folder of the stand-in; `properties` are those that a client has set, by Clark name. */
export interface Resource {
  /** Absent of a folder. */
  bytes?: Uint8Array;
  etag: string;
  modified: number;
  properties: Map<string, string>;
}

/** What a WebDAV server keeps, in memory. Paths are decoded and begin with a slash; a slash at the end means nothing. */
export class Tree {
  readonly #resources = new Map<string, Resource>();
  readonly #now: () => number;
  #written = 0;

  constructor(now: () => number = Date.now) {
    this.#now = now;
    this.makeFolder('/');
  }

  get(path: string): Resource | undefined {
    return this.#resources.get(bare(path));
  }

  isFolder(path: string): boolean {
    const resource = this.get(path);
    return resource !== undefined && resource.bytes === undefined;
  }

  makeFolder(path: string): void {
    this.#set(path, { properties: new Map() });
  }

  /** Keeps the properties of what was there. */
  write(path: string, bytes: Uint8Array): void {
    this.#set(path, { bytes, properties: this.get(path)?.properties ?? new Map() });
  }

  /** Removes it with all that lies below. */
  remove(path: string): void {
    for (const one of this.below(path)) this.#resources.delete(one);
  }

  /** Copies it with what lies below, or alone; what was there is gone. */
  copy(from: string, to: string, isDeep = true): void {
    const copied = isDeep ? this.below(from) : [bare(from)];
    const kept = copied.map((path) => [path, this.#resources.get(path)] as const);
    this.remove(to);
    for (const [path, resource] of kept) {
      if (!resource) continue;
      const target = bare(to) + path.slice(bare(from).length);
      this.#set(target, { ...resource, properties: new Map(resource.properties) });
    }
  }

  /** The path of itself and of all below it. */
  below(path: string): string[] {
    const start = `${bare(path)}/`;
    return [...this.#resources.keys()].filter((one) => `${one}/`.startsWith(start));
  }

  /** The paths of what lies in a folder, in the order of their names. */
  children(path: string): string[] {
    const depth = bare(path).split('/').length;
    return this.below(path)
      .filter((one) => one.split('/').length === depth + 1)
      .sort();
  }

  /** How many bytes lie there in all. */
  size(): number {
    return [...this.#resources.values()].reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
  }

  #set(path: string, resource: Omit<Resource, 'etag' | 'modified'>): void {
    this.#written += 1;
    this.#resources.set(bare(path), {
      ...resource,
      etag: `"${this.#written}"`,
      modified: this.#now(),
    });
  }
}

/** A path without the slash at its end; of the root nothing is left. */
export function bare(path: string): string {
  return path.replace(/\/+$/, '');
}

export function parentOf(path: string): string {
  return bare(path).replace(/\/[^/]*$/, '') || '/';
}
