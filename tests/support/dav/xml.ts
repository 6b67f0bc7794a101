import { markupSteps } from '../../../imports/parts/markup';

/** An element of a request's body, its name in Clark notation: `{namespace}local`. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
  /** What lies in it, as XML that needs no declaration from outside. */
  inner: string;
}

type Names = ReadonlyMap<string, string>;

const predefined: Names = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);

/**
 * The root element of a request's body.
 * @returns Nothing where it is no well-formed XML with namespaces (https://www.w3.org/TR/xml-names/).
 */
export function readXml(text: string): Element | undefined {
  const root: Element = { name: '', attributes: {}, children: [], text: '', inner: '' };
  const open: { element: Element; names: Names }[] = [{ element: root, names: predefined }];
  let isSound = true;
  const steps = markupSteps(
    text,
    {
      onopentag(tag, attributes) {
        const around = open.at(-1);
        const names = declared(around?.names ?? predefined, attributes);
        if (Object.entries(attributes).some(([key, uri]) => key.startsWith('xmlns:') && !uri))
          isSound = false;
        const element = { name: clark(tag, names), attributes, children: [], text: '', inner: '' };
        around?.element.children.push(element);
        open.push({ element, names });
      },
      ontext(part) {
        const element = open.at(-1)?.element;
        if (!element) return;
        element.text += part;
        element.inner += escaped(part);
      },
      onclosetag() {
        const closed = open.pop()?.element;
        const around = open.at(-1)?.element;
        if (closed && around) around.inner += written(closed);
      },
    },
    { xmlMode: true },
  );
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value && isSound ? root.children[0] : undefined;
}

function declared(around: Names, attributes: Readonly<Record<string, string>>): Names {
  const own = Object.entries(attributes).filter(([key]) => /^xmlns(:|$)/.test(key));
  return own.length === 0
    ? around
    : new Map([...around, ...own.map(([key, uri]) => [key.slice(6), uri] as const)]);
}

function clark(tag: string, names: Names): string {
  const [, prefix = '', local = ''] = /^(?:([^:]*):)?(.*)$/.exec(tag) ?? [];
  return `{${names.get(prefix) ?? ''}}${local}`;
}

function written({ name, attributes, inner }: Element): string {
  const own = Object.entries(attributes)
    .filter(([key]) => !/^xmlns(:|$)/.test(key))
    .map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return writtenProperty(name, inner, own.join(''));
}

/** An element of that Clark name which declares its namespace itself. */
export function writtenProperty(name: string, inner: string, attributes = ''): string {
  const [, uri = '', local = ''] = /^\{(.*)\}(.*)$/.exec(name) ?? [];
  const [tag, declaration] = uri ? [`p:${local}`, ` xmlns:p="${escaped(uri)}"`] : [local, ''];
  return `<${tag}${declaration}${attributes}>${inner}</${tag}>`;
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The element of that local name in DAV's namespace. */
export function davChild(element: Element | undefined, local: string): Element | undefined {
  return element?.children.find(({ name }) => name === `{DAV:}${local}`);
}
