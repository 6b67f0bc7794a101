import { describe, expect, it } from 'vitest';
import { type Translator, translation, translators } from '../fixtures/translators';
import { copyOf, documentOf, ownPages, readPage, textIn } from './pages';

function translated(document: Document, where: string, translator: Translator): Document {
  const copy = copyOf(document);
  translator.mark?.(copy);
  for (const title of copy.querySelectorAll(where)) translator.change(title);
  return copy;
}

const load = (name: string) => documentOf(textIn(ownPages, `${name}.html`));
const trending = load('huggingface/trending');
const day = load('huggingface/day-svelte5');
const paper = load('huggingface/paper');
const abs = load('arxiv/abs-new');

/** As after going on without a load: the data is that of another page. */
function withoutData(document: Document): Document {
  const copy = copyOf(document);
  for (const element of copy.querySelectorAll(
    '[data-target="DailyPapers"],[data-target="PaperContent"]',
  ))
    element.setAttribute('data-props', '{}');
  return copy;
}

const digests = [
  { name: 'day', page: day, address: 'https://huggingface.co/papers/date/2026-03-27' },
  { name: 'trending', page: trending, address: 'https://huggingface.co/papers/trending' },
].map(({ page, address, ...rest }) => {
  const bare = withoutData(page);
  const [before, bareBefore] = [readPage(page, address), readPage(bare, address)];
  return { ...rest, address, page, bare, before, bareBefore };
});

describe.each(translators)('$name', (translator) => {
  it.each(digests)(
    'leaves the titles and controls of the $name with data',
    ({ page, address, before }) => {
      const after = readPage(translated(page, 'h3 a', translator), address);
      expect(after.papers).toEqual(before.papers);
      expect(after.cards.map(({ id }) => id)).toEqual(before.cards.map(({ id }) => id));
    },
  );

  it.each(digests)(
    'gives no title of its own on the $name without data',
    ({ bare, address, bareBefore: before }) => {
      const after = readPage(translated(bare, 'h3 a', translator), address);
      expect(after.cards.map(({ id }) => id)).toEqual(before.cards.map(({ id }) => id));
      expect(after.papers.map(({ id }) => id)).toEqual(before.papers.map(({ id }) => id));
      for (const [
        at,
        { title, unsure, organization, abstract, upvotes },
      ] of after.papers.entries()) {
        expect(title).toBe(translator.isBeside ? before.papers[at]?.title : undefined);
        expect(unsure).toEqual(translator.isBeside ? ['title'] : undefined);
        expect([organization, abstract]).toEqual([undefined, undefined]);
        expect(upvotes).toBe(before.papers[at]?.upvotes);
      }
    },
  );

  it('leaves title and control of a paper’s page on Hugging Face', () => {
    const address = 'https://huggingface.co/papers/2603.25728';
    const page = translated(paper, 'h1', translator);
    const { papers, cards } = readPage(page, address);
    expect(papers).toEqual(readPage(paper, address).papers);
    expect(cards.map(({ element }) => element)).toEqual([page.querySelector('h1')]);

    const bare = readPage(translated(withoutData(paper), 'h1', translator), address);
    expect(bare.papers.map(({ title }) => title)).toEqual(papers.map(({ title }) => title));

    const gone = 'https://huggingface.co/papers/2603.16733';
    const after = readPage(translated(withoutData(paper), 'h1', translator), gone);
    expect(after.cards).toHaveLength(1);
    expect(after.papers[0]?.title).toBe(translator.isBeside ? papers[0]?.title : undefined);
    expect(after.papers[0]?.abstract).toBeUndefined();
  });

  it('leaves title and control of a page on arXiv', () => {
    const address = 'https://arxiv.org/abs/1902.02534';
    const page = translated(abs, 'h1', translator);
    const { papers, cards } = readPage(page, address);
    expect(papers).toEqual(readPage(abs, address).papers);
    expect(cards.map(({ element }) => element)).toEqual([page.querySelector('h1.title')]);

    for (const tag of page.querySelectorAll('meta[name]')) tag.remove();
    const bare = readPage(page, address);
    expect(bare.cards).toHaveLength(1);
    if (!translator.isBeside) expect(bare.papers[0]?.title).toBeUndefined();
    else expect(bare.papers[0]).toMatchObject({ title: papers[0]?.title, unsure: ['title'] });
  });
});

describe('a page that nobody translated', () => {
  it('is sure of its titles, whatever its elements are and however English is spelled', () => {
    const document = copyOf(withoutData(trending));
    document.documentElement.lang = 'en-GB';
    const link = document.querySelector('h3 a');
    if (link) link.innerHTML = 'A <mark>β-VAE</mark> for <em>π</em><sub>0.5</sub> — naïve? Łódź';
    const [first] = readPage(document, 'https://huggingface.co/papers/trending').papers;
    expect(first?.title).toBe('A β-VAE for π0.5 — naïve? Łódź');
    expect(first?.unsure).not.toContain('title');
  });

  it('is not sure of a title with letters of another script', () => {
    const document = withoutData(trending);
    document.querySelector('h3 a')?.append(translation);
    const [first] = readPage(document, 'https://huggingface.co/papers/trending').papers;
    expect(first?.unsure).toContain('title');
  });
});
