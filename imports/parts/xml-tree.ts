import { markupSteps } from './markup';

/** An element of XML. */
export interface XmlElement {
  /** With the prefix that `prefixes` gives its namespace, whatever the file calls it. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** The text in it, that of its children apart. */
  text: string;
  /** Where it begins, as an offset. */
  readonly at: number;
  /** False where the file ends within it. */
  isWhole: boolean;
}

/** Of most elements. */
const none: Readonly<Record<string, string>> = {};

/** How deep elements lie in each other at most; what is deeper is left out. */
const mostDepth = 40;

/** How many elements one has at most; those beyond are left out. A collection has what a large library has. */
const mostChildren = 20_000;
const mostInCollection = 200_000;

/**
 * Reads the elements within the root of an XML file one by one, be the file cut off. Entities that the file
 * defines itself are not looked up, so that none can grow; nothing is loaded. `undefined` is a step without one.
 * @param prefixes By namespace.
 */
export function* xmlElements(
  text: string,
  prefixes: Readonly<Record<string, string>>,
): Generator<XmlElement | undefined, void> {
  const reader = new TreeReader(prefixes);
  for (const _ of markupSteps(text, reader, { xmlMode: true })) {
    yield* reader.done.splice(0);
    yield undefined;
  }
  reader.cutOff();
  yield* reader.done;
}

class TreeReader {
  readonly done: XmlElement[] = [];
  offset = (): number => 0;
  readonly #open: XmlElement[] = [];
  /** What the file calls each namespace, and what it is called here. */
  readonly #prefixes = new Map<string, string>();
  #depth = 0;

  constructor(readonly known: Readonly<Record<string, string>>) {}

  onopentag = (name: string, attributes: Readonly<Record<string, string>>): void => {
    for (const [key, value] of Object.entries(attributes)) {
      const prefix = /^xmlns:(.+)$/.exec(key)?.[1];
      if (prefix && Object.hasOwn(this.known, value))
        this.#prefixes.set(prefix, this.known[value] ?? prefix);
    }
    this.#depth += 1;
    if (this.#depth === 1 || this.#depth > mostDepth) return;
    const element: XmlElement = {
      name: this.#named(name),
      attributes: this.#attributes(attributes),
      ...{ children: [], text: '', at: this.offset(), isWhole: true },
    };
    const above = this.#open.at(-1);
    const most = above?.name === 'z:Collection' ? mostInCollection : mostChildren;
    if (above && above.children.length < most) above.children.push(element);
    this.#open.push(element);
  };

  ontext = (text: string): void => {
    const element = this.#open.at(-1);
    if (element && this.#depth <= mostDepth && element.text.length < 5_000_000)
      element.text += text;
  };

  onclosetag = (): void => {
    this.#depth -= 1;
    if (this.#depth === 0 || this.#depth >= mostDepth) return;
    const element = this.#open.pop();
    if (element && !this.#open.length) this.done.push(element);
  };

  cutOff(): void {
    for (const element of this.#open) element.isWhole = false;
    const [outermost] = this.#open;
    if (outermost) this.done.push(outermost);
  }

  #attributes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const named = Object.entries(attributes).map(([key, value]) => [this.#named(key), value]);
    return named.length ? Object.fromEntries(named) : none;
  }

  #named(name: string): string {
    const colon = name.indexOf(':');
    const prefix = this.#prefixes.get(name.slice(0, colon));
    return prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
  }
}

/** The children of an element that are called so. */
export function childrenOf(
  element: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement[] {
  let found = element ? [element] : [];
  for (const name of path)
    found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  return found;
}

/** The text of the first child that is called so. */
export function childText(
  element: XmlElement | undefined,
  ...path: readonly string[]
): string | undefined {
  return childrenOf(element, ...path)
    .map(({ text }) => text.trim())
    .find(Boolean);
}
