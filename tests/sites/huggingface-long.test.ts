import { expect, it } from 'vitest';
import { papersOn } from '../fixtures/recent';
import { documentOf, ownPages, readPage, textIn } from './pages';

const folder = new URL('huggingface/', ownPages);
const entries = papersOn('2026-03-27', 205);
const listed = entries.map(({ paper }) => `arxiv:${paper.id}`);

it.each(['week', 'month'])('a long %s is read whole, from data and from cards', (kind) => {
  const { address } = JSON.parse(textIn(folder, `${kind}.expected.json`));
  const document = documentOf(textIn(folder, `${kind}.html`));
  const idsOf = () => readPage(document, address).papers.map(({ id }) => id);
  for (const card of document.querySelectorAll('article')) card.remove();
  const part = document.querySelector('[data-target="DailyPapers"]');
  const data = JSON.parse(part?.getAttribute('data-props') ?? '{}');
  part?.setAttribute('data-props', JSON.stringify({ ...data, dailyPapers: entries }));
  expect(idsOf()).toEqual(listed);

  part?.removeAttribute('data-props');
  for (const { paper } of entries)
    part?.insertAdjacentHTML(
      'beforeend',
      `<article><h3><a href="/papers/${paper.id}">${paper.title}</a></h3></article>`,
    );
  expect(idsOf()).toEqual(listed);
});
