import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { style } from '../fixtures/pages/style';
import { click } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { lookUnderControls } from './in-page/under';

const folder = new URL('../fixtures/pages/', import.meta.url);
const cards = ['day-svelte5', 'week', 'month', 'search', 'trending'];
const kinds = [...cards.map((name) => `huggingface/${name}`), 'huggingface/paper', 'arxiv/abs-new'];
/** Of the pages of cards those two whose cards differ most. */
const kindsFor = (name: string) =>
  name === 'firefox' ? kinds.filter((kind) => !/week|month|search/.test(kind)) : kinds;
const desktop = { name: 'desktop', width: 1280, height: 900 };
const mobile = { name: 'mobile', width: 390, height: 844 };

interface Expected {
  readonly address: string;
  readonly cards: readonly string[];
}

const textIn = (name: string) => readFileSync(new URL(name, folder), 'utf8');

/** The page's own program takes over, as far as Offprint can see: it changes something among the cards. */
const takeOver = (page: Page) =>
  page.evaluate(() => {
    const [card] = document.querySelectorAll('article');
    card?.after(document.createElement('template'));
  });

forEachBrowser((name) => {
  const harness = useHarness(name);

  describe.each(name === 'firefox' ? [desktop] : [desktop, mobile])(
    'in the $name layout',
    ({ width, height }) => {
      test.each(kindsFor(name))(
        'a control on %s lies over nothing of the page’s, and saves',
        async (kind) => {
          const { address, cards: ids } = JSON.parse(textIn(`${kind}.expected.json`)) as Expected;
          const url = new URL(address);
          const html = textIn(`${kind}.html`).replace('</head>', `<style>${style}</style></head>`);
          harness.site.page(url.hostname, url.pathname, html);
          const page = await harness.session.open(address, { width, height });
          const hosts = (at: string) => page.$$eval(at, ({ length }) => length);
          // One that does not say yet how its paper stands has not the size that it is to have.
          await waitUntil(async () => (await hosts('offprint-card[data-state]')) === ids.length, {
            what: `${ids.length} controls`,
          });
          const wanted = ids.map((paper) => ({ paper, covers: [], isClickable: true }));
          const sorted = async () =>
            (await page.evaluate(lookUnderControls)).sort(
              (one, other) => ids.indexOf(one.paper) - ids.indexOf(other.paper),
            );
          expect(await sorted()).toEqual(wanted);
          await click(page, 'offprint-card >>> [data-action="save"]');
          await waitUntil(() => page.$('offprint-card[data-state="unread"]'), {
            what: 'it to be saved',
          });
          if (!(await page.$('article h3')) || kind.endsWith('paper')) return;
          await takeOver(page);
          await waitUntil(async () => (await hosts('article > offprint-card')) === ids.length, {
            what: 'the controls to move into their cards',
          });
          expect(await sorted()).toEqual(wanted);
        },
      );
    },
  );
});
