import {
  Tokenizer,
  type TokenizerAndRendererExtension,
  type TokenizerObject,
  type Tokens,
} from 'marked';
import markedCjkFriendly from 'marked-cjk-friendly';
import { linkAddress } from './address';
import { Closings, formulaAt, longestFormula } from './formula-at';
import { table } from './markdown-tables';
import { escaped } from './markdown-text';

function formulaIn(source: string, before = '') {
  const start = source.slice(0, longestFormula + 4);
  return formulaAt(new Closings(start), 0, start.length, before);
}

/** A formula's place; who draws it puts it there, until then it reads as it is written. */
function place({ raw, tex, isDisplay }: Tokens.Generic): string {
  const kind = isDisplay ? 'display' : 'inline';
  return `<span data-tex="${escaped(tex)}" data-kind="${kind}">${escaped(raw.trim())}</span>`;
}

const formulaBegin = /\$|\\\(|\\begin\{/g;
const formulaOpenings = ['$', '\\(', '\\begin{'];

const inlineFormula: TokenizerAndRendererExtension = {
  name: 'formula',
  level: 'inline',
  start(source) {
    const index = source.search(formulaBegin);
    return index === -1 ? undefined : index;
  },
  tokenizer(source, tokens) {
    // `\[` is how other programs escape a bracket of Markdown, so it counts in lines of its own only.
    if (!formulaOpenings.some((opening) => source.startsWith(opening))) return undefined;
    const found = formulaIn(source, tokens.at(-1)?.raw.slice(-1));
    if (!found) return undefined;
    const { tex, isDisplay, end } = found;
    return { type: 'formula', raw: source.slice(0, end), tex, isDisplay };
  },
  renderer: place,
};

const formulaBlock: TokenizerAndRendererExtension = {
  name: 'formulaBlock',
  level: 'block',
  start(source) {
    const before = /\n {0,3}(?:\$\$|\\\[|\\begin\{)/.exec(source);
    return before ? before.index + 1 : undefined;
  },
  tokenizer(source) {
    const [indent] = /^ {0,3}(?=\$\$|\\\[|\\begin\{)/.exec(source) ?? [];
    const found = indent === undefined ? undefined : formulaIn(source.slice(indent.length));
    if (indent === undefined || !found) return undefined;
    const [after] = /^[ \t]*(?:\n+|$)/.exec(source.slice(indent.length + found.end)) ?? [];
    if (after === undefined) return undefined;
    const raw = source.slice(0, indent.length + found.end + after.length);
    return { type: 'formulaBlock', raw, tex: found.tex, isDisplay: true };
  },
  renderer: (token) => `<p>${place(token)}</p>`,
};

/** A run of text with its formulas made words, so that no mark of emphasis is looked for in them. */
export function withoutFormulas(run: string): string {
  const closings = new Closings(run);
  let masked = '';
  let from = 0;
  for (const { index } of run.matchAll(formulaBegin)) {
    const found = index < from ? undefined : formulaAt(closings, index, run.length);
    if (!found) continue;
    masked += `${run.slice(from, index)}$${'a'.repeat(found.end - index - 2)}$`;
    from = found.end;
  }
  return masked + run.slice(from);
}

/** A definition that leads somewhere; `[TODO]: reproduce` and footnotes are words. */
function definitionIn(tokenizer: Tokenizer, source: string): Tokens.Def | undefined {
  const found = Tokenizer.prototype.def.call(tokenizer, source);
  return found && !found.tag.startsWith('^') && linkAddress(found.href) ? found : undefined;
}

/** Definitions of links, `[1]: https://…`, count and stay in view, as a list of what is referred to. */
const definitions: TokenizerAndRendererExtension = {
  name: 'definitions',
  level: 'block',
  tokenizer(source, before) {
    const { lexer } = this;
    const { tokenizer } = lexer.options;
    const last = before.at(-1)?.type;
    if (!tokenizer || last === 'paragraph' || last === 'text') return undefined;
    const lines: string[] = [];
    let end = 0;
    for (let found = definitionIn(tokenizer, source); found; ) {
      lexer.tokens.links[found.tag] ??= { href: found.href, title: found.title };
      lines.push(`\\${found.raw.trim()}`);
      end += found.raw.length + Number(lines.length > 1);
      const isNext = /^\n[^\n]/.test(source.slice(end, end + 2));
      found = isNext ? definitionIn(tokenizer, source.slice(end + 1)) : undefined;
    }
    if (end === 0) return undefined;
    const tokens = lexer.inline(lines.join('\n'));
    return { type: 'definitions', raw: source.slice(0, end), tokens };
  },
  renderer({ tokens = [] }) {
    return `<p>${this.parser.parseInline(tokens)}</p>`;
  },
};

/** What marked's own syntax is extended by. */
export const extensions = [inlineFormula, formulaBlock, definitions];

const { emStrong, del } = markedCjkFriendly().tokenizer ?? {};

/** Tells whether marks of emphasis stand beside CJK in a run of text; marked asks for each mark of the same run. */
class BesideCjk {
  #run = '';
  #isBeside = false;

  in(run: string): boolean {
    if (run !== this.#run) {
      this.#run = run;
      this.#isBeside = /[*_~][\u1100-\uffff]|[\u1100-\uffff][*_~]/.test(run);
    }
    return this.#isBeside;
  }
}

const besideCjk = new BesideCjk();

/** An address in a sentence, up to what closes the sentence, or a bracket around it, in any script. */
const bareAddress =
  /^[^\s\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\uff5e-\uff64“”‘’«»…،؛؟।|[\]]*(?:\[[^\s[\]]*\][^\s\]|]*)*/;

/**
 * `Pros:` with a dash below, or an equals sign in a line of its own, underlines nothing: they are lines of a
 * paragraph, which here is a heading of depth 0.
 */
function lheading(this: unknown, source: string): Tokens.Heading | undefined {
  const tokenizer = this as Tokenizer;
  const found = Tokenizer.prototype.lheading.call(tokenizer, source);
  if (!found || /(?:={3,}|-{3,})[ \t]*\n*$/.test(found.raw)) return found;
  const [raw = ''] = /^[\s\S]*?(?=\n[ \t]*\n|\n*$)/.exec(found.raw) ?? [];
  return { ...found, raw, text: raw, depth: 0, tokens: tokenizer.lexer.inline(raw) };
}

/** `2*3*4`, `a**2`, `p*q`: stars between numbers, single letters and brackets are no marks of emphasis. */
function multiplies(source: string, masked: string): boolean {
  const at = masked.length - source.length;
  const [stars = ''] = /^\*{1,2}(?!\*)/.exec(source) ?? [];
  if (!stars) return false;
  const before = masked.slice(Math.max(0, at - 3), at).replace(/\*$/, '');
  const after = masked.slice(at + stars.length, at + stars.length + 2);
  if (!/[a-zA-Z\d)\]]$/.test(before) || !/^[a-zA-Z\d([]/.test(after)) return false;
  return (
    /(?:^|[^\p{L}\p{N}])[a-zA-Z]$|[\d]$/u.test(before) ||
    /^(?:\d|[a-zA-Z](?!\p{L}))/u.test(after) ||
    (/[)\]]$/.test(before) && /^[([]/.test(after))
  );
}

/** What of marked's own syntax is read in another way; `false` leaves it to marked. */
export const tokenizer: TokenizerObject = {
  table,
  // A note is Markdown and not HTML: tags are words.
  html: () => undefined,
  tag: () => undefined,
  def: () => undefined,
  lheading,
  url(source) {
    const { url } = Tokenizer.prototype;
    const tokenizer = this as unknown as Tokenizer;
    if (!url.call(tokenizer, source)) return undefined;
    const [bare = ''] = bareAddress.exec(source) ?? [];
    return url.call(tokenizer, bare);
  },
  autolink(source) {
    const found = Tokenizer.prototype.autolink.call(this as unknown as Tokenizer, source);
    return found && !linkAddress(found.href) ? undefined : false;
  },
  inlineText(source) {
    const [raw] = this.rules.inline.text.exec(source) ?? [];
    return raw === undefined ? undefined : { type: 'text', raw, text: raw, escaped: false };
  },
  emStrong(source, masked, before) {
    if (multiplies(source, masked)) return undefined;
    return besideCjk.in(masked) && (emStrong?.call(this, source, masked, before) ?? false);
  },
  // One tilde is a tilde, as in "Eq.~(15)" and "~10%".
  del(source, masked, before) {
    if (!/^~~(?!~)/.test(source)) return undefined;
    return besideCjk.in(masked) && (del?.call(this, source, masked, before) ?? false);
  },
};
