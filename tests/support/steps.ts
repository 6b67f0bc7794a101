type Method = (...args: never[]) => unknown;

const searches = ['indexOf', 'includes'] as const;
const copies = ['slice', 'replace', 'normalize', 'trim', 'split'] as const;

/** Puts another function in a method's place, and returns what puts it back. */
function replaced(owner: object, name: string, make: (original: Method) => Method): () => void {
  const original = Reflect.get(owner, name) as Method;
  Object.defineProperty(owner, name, { configurable: true, writable: true, value: make(original) });
  return () =>
    Object.defineProperty(owner, name, { configurable: true, writable: true, value: original });
}

/**
 * An expression that repeats something up to the end and may begin anywhere is tried at every place,
 * and may go through the rest of the text each time.
 */
function seeksEnd({ source, sticky }: RegExp): boolean {
  const isTied = ['+$', '*$', '+)$', '*)$'].some((end) => source.endsWith(end));
  return isTied && !sticky && !source.startsWith('^');
}

/**
 * How many characters reading a text has looked at or copied, whatever the speed of the machine:
 * those that a string was searched through or that were cut out of it, and those that an expression
 * has matched, from where it was told to begin; at the worst, where it seeks the end of the text.
 */
export function stepsOf(work: () => void): number {
  let steps = 0;
  const text = String.prototype;
  const restore = [
    ...searches.map((name) =>
      replaced(
        text,
        name,
        (original) =>
          function (this: string, ...args) {
            const found = Reflect.apply(original, this, args);
            const from = Number(args[1] ?? 0);
            steps += typeof found === 'number' && found >= 0 ? found - from : this.length - from;
            return found;
          },
      ),
    ),
    ...copies.map((name) =>
      replaced(
        text,
        name,
        (original) =>
          function (this: string, ...args) {
            const found = Reflect.apply(original, this, args);
            steps += typeof found === 'string' ? found.length : this.length;
            return found;
          },
      ),
    ),
    replaced(
      RegExp.prototype,
      'exec',
      (original) =>
        function (this: RegExp, ...args) {
          const found = Reflect.apply(original, this, args) as RegExpExecArray | null;
          const { length } = String(args[0]);
          steps += 1 + (found ? found[0].length : this.sticky ? 0 : length);
          if (seeksEnd(this)) steps += length * length;
          return found;
        },
    ),
  ];
  try {
    work();
  } finally {
    for (const each of restore) each();
  }
  return steps;
}
