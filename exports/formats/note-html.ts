import { Marked } from 'marked';
import { escapeHtml } from '../share';

/** As notes are written: what looks like HTML in them is text, and only web and mail addresses are links. */
const notes = new Marked({
  gfm: true,
  renderer: {
    html: ({ text }) => escapeHtml(text),
    image: ({ text }) => escapeHtml(text),
    link({ href, tokens }) {
      const shown = this.parser.parseInline(tokens);
      return /^(?:https?|mailto):/i.test(href)
        ? `<a href="${escapeHtml(href)}">${shown}</a>`
        : shown;
    },
  },
});

/** A note in Markdown as HTML that runs nothing and loads nothing. */
export function noteHtml(note: string): string {
  return notes.parse(note, { async: false }).replace(/>\n+(?=<|$)/g, '>');
}
