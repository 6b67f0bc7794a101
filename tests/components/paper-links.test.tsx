// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { homeChoice } from '../../components/paper/home-choice';
import { PaperLinks } from '../../components/paper/paper-links';
import { usualHomes } from '../../papers/homes';
import { emptyRecord } from '../../papers/merge';

afterEach(() => {
  render(null, document.body);
  homeChoice.value = usualHomes;
});

const links = () => [...document.querySelectorAll('a')].map(({ textContent }) => textContent);
const button = () => document.querySelector<HTMLElement>('[data-action="elsewhere"]');

function show(id: string, onVisit = vi.fn()) {
  const paper = emptyRecord(id, 0);
  act(() =>
    render(<PaperLinks paper={paper} details={undefined} onVisit={onVisit} />, document.body),
  );
  return onVisit;
}

it('the row has what was chosen, the one that opens first, and the others after a click', () => {
  const onVisit = show('arxiv:2503.02130');
  expect(links()).toEqual(['Hugging Face', 'arXiv', 'PDF']);
  expect(button()?.getAttribute('aria-expanded')).toBe('false');
  act(() => button()?.click());
  expect(links()).toEqual([
    ...['Hugging Face', 'arXiv', 'PDF'],
    ...['HTML', 'alphaXiv', 'Semantic Scholar', 'Google Scholar'],
  ]);
  expect(button()?.getAttribute('aria-expanded')).toBe('true');
  expect(onVisit).not.toHaveBeenCalled();
  act(() => {
    homeChoice.value = { homes: ['scholar'], opensAt: 'html' };
  });
  expect(links().slice(0, 2)).toEqual(['HTML', 'Google Scholar']);
});

it('another paper’s are folded again, and there is no button where there is nothing else', () => {
  show('arxiv:2503.02130');
  act(() => button()?.click());
  show('arxiv:2503.02131');
  expect(links()).toEqual(['Hugging Face', 'arXiv', 'PDF']);
  homeChoice.value = { homes: ['publisher', 'semanticScholar', 'scholar'], opensAt: 'pdf' };
  show('doi:10.1145/1');
  expect(links()).toEqual(['Publisher', 'Semantic Scholar', 'Google Scholar']);
  expect(button()).toBeNull();
});
