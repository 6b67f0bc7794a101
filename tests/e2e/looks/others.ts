import type { Page } from 'puppeteer-core';
import { paperOf } from '../../../sites/huggingface/entry';
import { papersOf } from '../../fixtures/papers';
import { click, textOf } from '../harness/page';
import { waitUntil } from '../harness/wait';
import { OptionsPage } from '../pages/options-page';
import { Probe } from '../pages/probe';
import { Store } from '../pages/store';
import { askNothing } from '../pages/told-lists';
import { type Look, pageSizes } from './look';

const days = ['2026-03-26', '2026-03-27'];

const says = (page: Page, words: string) =>
  waitUntil(async () => (await textOf(page, '.deck')).includes(words), {
    what: `the deck to say “${words}”`,
  });

export const otherLooks: readonly Look[] = [
  {
    name: 'options',
    page: 'options.html',
    sizes: pageSizes,
    readBy: 'both',
    seed: async ({ session }) => {
      const options = { quietHours: [22, 7] };
      await new Store(session).keepLocally({ options });
      const probe = await Probe.open(session);
      await probe.save([{ id: 'arxiv:2603.00001', title: 'Sparse attention' }]);
      await new Store(session).keepList({ id: 'one', name: 'N'.repeat(60), query: 'sparse' });
    },
    states: {
      whole: (page) => new OptionsPage(page).says('1 paper is saved.'),
      keys: async (page) => {
        await click(page, '.keymap summary');
        await click(page, '[data-key-of="dismiss"]');
        await page.keyboard.press('w');
        await new OptionsPage(page).says('Back to “x”');
        await click(page, '[data-key-of="save"]');
        await page.keyboard.press('t');
        await new OptionsPage(page).says('“t” is the key for “Tag”.');
        await click(page, '[data-key-of="note"]');
      },
      'with a file that is refused': async (page) => {
        const options = new OptionsPage(page);
        await options.give(Buffer.from('{'));
        await options.says('This file was not restored');
      },
    },
  },
  {
    name: 'deck',
    page: 'deck.html?days=2026-03-27',
    sizes: pageSizes,
    readBy: 'both',
    seed: async ({ session }) => {
      const probe = await Probe.open(session);
      for (const day of days)
        await probe.meet(
          day,
          papersOf(day).flatMap((entry) => paperOf(entry) ?? []),
        );
    },
    states: {
      paper: (page) => says(page, 'One day'),
      keys: async (page) => {
        await page.keyboard.press('?');
        await says(page, 'Follow or mute');
      },
      trail: async (page) => {
        await page.keyboard.press('Escape');
        for (const key of ['s', 'z', 'x'] as const) await page.keyboard.press(key);
        await page.waitForSelector('.trail li:nth-child(3)');
      },
      followed: async (page) => {
        await page.keyboard.press('f');
        await page.keyboard.press('Enter');
        await waitUntil(async () => (await textOf(page, '.why')).includes('You follow '), {
          what: 'the reason',
        });
      },
      end: async (page) => {
        await click(page, '[data-action="rest"]');
        await says(page, ' dismissed');
      },
      'choosing days': async (page) => {
        await click(page, '[data-action="choose"]');
        await page.waitForSelector('dialog[open] [name="2026-W13"]');
      },
    },
  },
  {
    name: 'deck, empty',
    laidOutBy: 'chromium',
    page: 'deck.html?days=2026-03-01',
    sizes: pageSizes,
    seed: ({ session }) => askNothing(session),
    states: { nothing: (page) => says(page, 'Nothing new on the pages you opened') },
  },
];
