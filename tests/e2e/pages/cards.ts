import type { Page } from 'puppeteer-core';

/** The papers of the cards that can be seen, from the top left, and in the order of their nodes. */
export function cardsIn(page: Page): Promise<{ seen: string[]; nodes: string[] }> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('article')].map((card) => {
      const { left, top, width } = card.getBoundingClientRect();
      const path = card.querySelector<HTMLAnchorElement>('h3 a')?.pathname ?? '';
      return { id: `arxiv:${path.split('/').pop()}`, left, top, width };
    });
    const shown = all.filter(({ width }) => width > 0);
    shown.sort((one, other) => one.top - other.top || one.left - other.left);
    return { seen: shown.map(({ id }) => id), nodes: all.map(({ id }) => id) };
  });
}
