import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** What a program finds in a file. */
interface Finding {
  /** How many papers; absent where it says only whether the file is sound. */
  readonly found?: number;
  /** What is wrong, a sentence each. */
  readonly faults: readonly string[];
}

/** How a program of others reads a format. */
export interface Check {
  readonly program: string;
  /** The ids of exports/formats/. */
  readonly formats: readonly string[];
  read(file: string): Finding;
}

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
}

/** Runs a program; `undefined` where it is not installed. */
export function ran(program: string, given: readonly string[]): Run | undefined {
  const done = spawnSync(program, given, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.error) return undefined;
  return { status: done.status, out: done.stdout, errors: done.stderr };
}

const linesOf = (text: string, pattern: RegExp) =>
  text.split('\n').filter((one) => pattern.test(one));

/** Bibutils writes MODS, an element a paper. */
const intoMods =
  (program: string): Check['read'] =>
  (file) => {
    const { out = '', status } = ran(program, ['-i', 'utf8', file]) ?? {};
    const faults = status === 0 ? [] : [`it ends with ${status}`];
    return { found: linesOf(out, /<mods[ >]/).length, faults };
  };

/** Biber's own reading of BibLaTeX; fields beyond its data model are warned of, which is as it should be. */
function byBiber(file: string): Finding {
  const result = `${file}.out`;
  const { out = '' } = ran('biber', ['--tool', '-O', result, '--nolog', file]) ?? {};
  const written = existsSync(result) ? readFileSync(result, 'utf8') : '';
  return { found: linesOf(written, /^@(?!comment)/i).length, faults: linesOf(out, /^ERROR/) };
}

function byXmllint(file: string): Finding {
  const asHtml = file.endsWith('.html') ? ['--html'] : [];
  const { status, errors = '' } = ran('xmllint', [...asHtml, '--noout', file]) ?? {};
  // Its HTML is that of 1999, which knows no `main` and `article`.
  const known = /Tag (?:main|article) invalid/;
  const faults = linesOf(errors, /error/i).filter((one) => !known.test(one));
  return { faults: status === 0 || asHtml.length ? faults : [...faults, `it ends with ${status}`] };
}

function byRapper(file: string): Finding {
  const { out = '', errors = '', status } = ran('rapper', ['-q', file]) ?? {};
  const items = new Set(linesOf(out, /#itemType>/).map((one) => one.split(' ')[0]));
  const faults = linesOf(errors, /error/i);
  return {
    found: items.size,
    faults: status === 0 ? faults : [...faults, `it ends with ${status}`],
  };
}

/** Python's zipfile reads every file of it by its checksum, and counts the notes. */
function byPython(file: string): Finding {
  const script =
    'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; ' +
    'assert all(n.startswith("Papers/") and ".." not in n for n in z.namelist()); print(len(set(z.namelist())))';
  const { out = '', errors = '', status } = ran('python3', ['-c', script, file]) ?? {};
  return { found: Number(out), faults: status === 0 ? [] : linesOf(errors, /Error/) };
}

const byUnzip: Check['read'] = (file) => {
  const { out = '', status } = ran('unzip', ['-tqq', file]) ?? {};
  const { out: list = '' } = ran('unzip', ['-Z1', file]) ?? {};
  return { found: linesOf(list, /./).length, faults: status === 0 ? [] : linesOf(out, /./) };
};

/** 7-Zip, under the name that Debian gives it. */
const bySevenZip: Check['read'] = (file) => {
  const { out = '', status } = ran('7zz', ['t', file]) ?? {};
  const found = /^Files: (\d+)/m.exec(out)?.[1];
  return { found: Number(found), faults: status === 0 ? [] : linesOf(out, /ERROR/) };
};

/** Which programs read which formats: biber, bibutils, libxml2, Raptor, and those that unpack. */
export const checks: readonly Check[] = [
  { program: 'biber', formats: ['bibtex', 'biblatex'], read: byBiber },
  { program: 'bib2xml', formats: ['bibtex'], read: intoMods('bib2xml') },
  { program: 'biblatex2xml', formats: ['biblatex'], read: intoMods('biblatex2xml') },
  { program: 'ris2xml', formats: ['ris'], read: intoMods('ris2xml') },
  { program: 'xmllint', formats: ['zotero-rdf', 'web-page'], read: byXmllint },
  { program: 'rapper', formats: ['zotero-rdf'], read: byRapper },
  { program: 'unzip', formats: ['vault'], read: byUnzip },
  { program: '7zz', formats: ['vault'], read: bySevenZip },
  { program: 'python3', formats: ['vault'], read: byPython },
];
