import { describe, expect, test } from 'vitest';
import { digestOf } from '../fixtures/papers';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { FixtureDigest } from './pages/fixture-page';

const unharmed = { mismatches: 0, moved: [], lostArticles: 0 };

forEachBrowser((name) => {
  const harness = useHarness(name);

  test('a part of the page that hydrates does not make another one look hydrated', async () => {
    const { site, session } = harness;
    const digest = await FixtureDigest.serve(site, session, { hydrate: 'manual' });
    await digest.page.evaluate(() => {
      const header = document.querySelector('[data-target=MainHeader] > *');
      for (const name of header?.getAttributeNames() ?? []) header?.removeAttribute(name);
    });
    await digest.addsElsewhere();
    expect(await digest.page.$('article > offprint-card')).toBeNull();
    await digest.hydrate();
    await digest.controlsMoveIn();
    expect(await digest.damage()).toMatchObject({ mismatches: 0, lostArticles: 0 });
  });

  // The site left Svelte 4; one engine keeps watch in case it comes back.
  describe.each(name === 'firefox' ? ([5] as const) : ([4, 5] as const))(
    'on the Svelte %i digest',
    (svelte) => {
      test.each([0, 1500, 'never'] as const)(
        'that hydrates after %s ms, every card has its control and nothing moves',
        async (hydrate) => {
          const { site, session } = harness;
          const digest = await FixtureDigest.serve(site, session, { svelte, hydrate });
          if (hydrate !== 'never') await digest.hydrates();
          if (hydrate !== 'never') await digest.controlsMoveIn();
          expect(await digest.damage()).toEqual(unharmed);
          expect(await digest.cardsWithoutControl()).toEqual([]);
        },
      );

      test('controls survive rendering again, another order, a new card and another day', async () => {
        const { site, session } = harness;
        const digest = await FixtureDigest.serve(site, session, { svelte });
        await digest.hydrates();
        const listed = await digest.papers();
        const saved = listed[svelte];
        if (!saved) throw new Error('The digest is empty');
        await digest.save(saved.title);
        await digest.run('__rerender');
        await digest.run('__reorder');
        const first = listed[0]?.id;
        await waitUntil(async () => (await digest.papers()).at(-1)?.id === first, {
          what: 'the other order',
        });
        await waitUntil(async () => (await digest.cardsWithoutControl()).length === 0, {
          what: 'every card to have its control after the page has moved them',
        });
        expect(await digest.stateOf(saved.id)).toBe('unread');

        const [added] = digestOf(1);
        if (!added) throw new Error('digestOf(1) is empty');
        await digest.addCard(added);
        await waitUntil(() => digest.stateOf(`arxiv:${added.paper.id}`), { what: 'its control' });

        await digest.navigate('2026-03-30');
        await waitUntil(async () => (await digest.papers()).length === 15, {
          what: 'the other day',
        });
        await digest.isMarked();
        expect(await digest.cardsWithoutControl()).toEqual([]);
        expect(await digest.page.$$eval('offprint-card', (hosts) => hosts.length)).toBe(15);
      });
    },
  );
});
