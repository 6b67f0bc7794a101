import { foundAt } from './tex-patterns';

/** How the words of a LaTeX group stand out; those of a `group` do not. */
export type Emphasis = 'strong' | 'emphasis' | 'code' | 'above' | 'below' | 'group';

const names: Record<Emphasis, string> = {
  strong: 'textbf paragraph section subsection subsubsection',
  emphasis: 'emph textit textsl',
  code: 'texttt path nolinkurl lstinline',
  above: 'textsuperscript',
  below: 'textsubscript',
  group:
    'text textrm textsc textsf textup textmd textnormal textlf mbox hbox fbox underline uline ul sout st ' +
    'mathrm mathit mathbf mathsf mathtt mathcal mathbb mathscr mathfrak boldsymbol footnote footnotetext thanks ' +
    'operatorname mathop mathds mathbbm bm pmb framebox makebox hl todo doi num enquote textquote say ' +
    'gls Gls glspl Glspl ac Ac acp acs acl acf acsp aclp acfp acrshort acrlong acrfull',
};

const asides: readonly [string, string] = [' (', ')'];
const quotes: readonly [string, string] = ['“', '”'];

/** What stands around the words of a command: notes at the foot of a page, which a title or abstract does not have, and quotes. */
export const around: ReadonlyMap<string, readonly [string, string]> = new Map([
  ...['footnote', 'footnotetext', 'thanks'].map((name) => [name, asides] as const),
  ...['enquote', 'textquote', 'say'].map((name) => [name, quotes] as const),
]);

const switchNames: Record<Exclude<Emphasis, 'above' | 'below'>, string> = {
  strong: 'bf bfseries',
  emphasis: 'em it itshape sl slshape',
  code: 'tt ttfamily',
  group:
    'sc scshape rm rmfamily sf sffamily normalfont tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge',
};

function byName(table: Readonly<Record<string, string>>): Map<string, Emphasis> {
  return new Map(
    Object.entries(table).flatMap(([kind, list]) =>
      list.split(' ').map((name) => [name, kind as Emphasis] as const),
    ),
  );
}

/** What a command with words in braces does with them: `\textbf{…}`. */
export const wrappers: ReadonlyMap<string, Emphasis> = byName(names);

/** What a command at the beginning of a group does with its words: `{\bf …}`. */
export const switches: ReadonlyMap<string, Emphasis> = byName(switchNames);

/** HTML that titles and abstracts hold, as publishers deliver them. */
export const tags: ReadonlyMap<string, Emphasis> = byName({
  strong: 'b strong bold',
  emphasis: 'i em italic',
  code: 'tt code monospace',
  above: 'sup',
  below: 'sub inf',
  group: 'sc scp u small span p title underline',
});

const reference =
  /\\(?:[a-zA-Z]{0,12}cite[a-zA-Z]{0,12}|(?:eq|auto|c|C|page|name|v)?ref)\*?[ ]?((?:\[[^[\]{}]{0,100}\]){0,2})[ ]?\{([^{}\\]{1,500})\}/y;

/**
 * What a reference to literature or to another place reads as: `\citep[p.~3]{smith,lee}` is
 * "[p. 3; smith, lee]". What it refers to is not at hand.
 */
export function referenceAt(
  text: string,
  at: number,
): { readonly end: number; readonly text: string } | undefined {
  const [whole, options = '', keys = ''] = foundAt(reference, text, at) ?? [];
  if (!whole) return undefined;
  const notes = options.replace(/~/g, ' ').slice(1, -1).split('][').filter(Boolean);
  const named = keys.split(',').map((key) => key.trim());
  return { end: at + whole.length, text: `[${[...notes, named.join(', ')].join('; ')}]` };
}

const textual = 'itemize enumerate description quote quotation center abstract flushleft document';
const environment = /\\(?:begin|end)\{([a-z]{5,11})\}(?:\[[^[\]{}]{0,40}\])?[ \t]?/y;
const item = /\\item(?![a-zA-Z])[ \t]?(?:\[([^[\]{}$\\]{0,60})\][ \t]?)?/y;

/** Where words are set off from others: the names of lists and the like are not read, their items begin with a sign. */
export function blockAt(
  text: string,
  at: number,
): { readonly end: number; readonly text: string } | undefined {
  const [listed, label] = foundAt(item, text, at) ?? [];
  if (listed) return { end: at + listed.length, text: label ? `• ${label} ` : '• ' };
  const [whole, name = ''] = foundAt(environment, text, at) ?? [];
  return whole && textual.split(' ').includes(name)
    ? { end: at + whole.length, text: ' ' }
    : undefined;
}

/** Braces around letters keep their case in a list of literature: `{BPMN}`, `{S}upport`. */
const keptCase = /^[\p{L}\p{N}{$\\](?:[^"=|<>,;]*[^\s"=|<>,;])?$/u;
const longestKept = 200;

/** Whether braces in a text only keep the case of what they hold; `{1, 2}` and `${HOME}` are no such. */
export function keepsCase(text: string, open: number, close: number): boolean {
  if (close - open > longestKept || /[$_^\\]/.test(text.charAt(open - 1))) return false;
  const words = text.slice(open + 1, close);
  return /\p{Lu}/u.test(words) && keptCase.test(words);
}
