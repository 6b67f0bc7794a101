/** The most tags that are looked at; a paper of physics has some thousands of authors, with an institution each. */
const mostTags = 20_000;
/** The longest value that is kept, in characters: an abstract and more. */
const longest = 100_000;

/** A page's `meta` tags by their name in lower case; `og:` and `article:` ones are properties. */
export class MetaTags {
  readonly #values = new Map<string, string[]>();

  /** Reads the tags of a page; those of frames are not among them. */
  constructor(document: Document) {
    const tags = document.getElementsByTagName('meta');
    for (let at = 0; at < tags.length && at < mostTags; at++) {
      const tag = tags[at];
      const name = tag?.getAttribute('name') ?? tag?.getAttribute('property');
      const value = tag?.getAttribute('content')?.slice(0, longest).trim();
      if (!name || !value) continue;
      const key = name.toLowerCase().trim();
      const known = this.#values.get(key);
      if (known) known.push(value);
      else this.#values.set(key, [value]);
    }
  }

  /** All values of the first of the names that has any. */
  all(names: readonly string[]): readonly string[] {
    return names.map((name) => this.#values.get(name)).find(Boolean) ?? [];
  }

  /** The values of all the names. */
  every(names: readonly string[]): readonly string[] {
    return names.flatMap((name) => this.#values.get(name) ?? []);
  }

  /** The first value of the first of the names that has one. */
  first(names: readonly string[]): string | undefined {
    return this.all(names)[0];
  }

  /** Tells whether there is a tag whose name begins so. */
  hasAny(prefix: string): boolean {
    return [...this.#values.keys()].some((name) => name.startsWith(prefix));
  }
}
