import { Marked } from 'marked';
import { escapeHtml } from '../share';

/** As notes are written: what looks like HTML in them is text, and only web and mail addresses are links. */
const notes = new Marked({
  gfm: true,
  // As Offprint shows them.
  breaks: true,
  renderer: {
    html: ({ text }) => escapeHtml(text),
    image: ({ text }) => escapeHtml(text),
    link({ href, raw, tokens }) {
      return /^(?:https?|mailto):/i.test(href)
        ? `<a href="${escapeHtml(href)}">${this.parser.parseInline(tokens)}</a>`
        : escapeHtml(raw);
    },
  },
});

/** A note in Markdown as HTML that runs nothing and loads nothing. */
export function noteHtml(note: string): string {
  return notes.parse(note, { async: false }).replace(/>\n+(?=<|$)/g, '>');
}
