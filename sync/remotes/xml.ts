import { markupSteps } from '../../imports/parts/markup';

/** An element by its local name: of namespaces nothing is asked, since servers differ in their prefixes and not in their names. */
export interface XmlElement {
  readonly name: string;
  readonly children: readonly XmlElement[];
  /** What is written in it directly, without space around. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly children: XmlElement[];
  text: string;
}

/**
 * Reads an XML answer. Where a document is at hand its own parser would do; this one does in each place the same, tests
 * included.
 * @returns The root; nothing where the text is none or was cut off.
 */
export function readXml(text: string): XmlElement | undefined {
  const root: Open = { name: '', children: [], text: '' };
  const open = [root];
  const steps = markupSteps(
    text,
    {
      onopentag: (tag) =>
        void open.push({ name: tag.slice(tag.indexOf(':') + 1), children: [], text: '' }),
      ontext: (part) => {
        const around = open.at(-1);
        if (around) around.text += part;
      },
      onclosetag: () => {
        const closed = open.pop();
        if (closed) open.at(-1)?.children.push({ ...closed, text: closed.text.trim() });
      },
    },
    { xmlMode: true },
  );
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value ? root.children[0] : undefined;
}

/** The first of its children of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one) => one.name === name);
}

/** All of its children of that name. */
export function children(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((one) => one.name === name) ?? [];
}
