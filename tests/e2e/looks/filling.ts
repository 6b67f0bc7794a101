import { soundUntil } from '../harness/alarm';
import { OptionsPage } from '../pages/options-page';
import { Probe } from '../pages/probe';
import { type Look, pageSizes } from './look';

const [waiting, barred] = ['arxiv:2603.00009', 'doi:10.1145/3292500.3330701'] as const;

/** One paper that Hugging Face does not know, and one that nobody may be asked for. */
const seed: Look['seed'] = async ({ session }) => {
  // One that is awake may still wait for an answer about a paper of another test, and does one thing at a time.
  await session.stopWorker();
  const probe = await Probe.open(session);
  await probe.save([{ id: waiting }, { id: barred }]);
};

/** Waits until the page says something, with the job done whose turn may be a minute away. */
const shows =
  (words: string): Look['states'][string] =>
  async (page, session) => {
    const isSaid = async () =>
      (await page.$eval('body', (body) => body.textContent ?? '')).includes(words);
    await soundUntil(session, 'filling', isSaid, { what: words });
  };

export const fillingLooks: readonly Look[] = [
  {
    name: 'options on titles',
    laidOutBy: 'chromium',
    page: 'options.html',
    sizes: pageSizes,
    seed,
    states: {
      'what is not looked up any more': async (page) => {
        const options = new OptionsPage(page);
        await options.says('1 paper is waiting for its title.');
        await options.says('1 paper is not being looked up');
        await options.press('1 paper is not being looked up');
        await options.says('when you let Offprint ask one of these: Crossref, OpenAlex, DBLP.');
      },
    },
  },
  {
    name: 'a paper without a title',
    laidOutBy: 'chromium',
    page: `library.html?paper=${encodeURIComponent(waiting)}`,
    sizes: pageSizes,
    seed,
    states: { later: shows('Hugging Face does not know it.') },
  },
];
