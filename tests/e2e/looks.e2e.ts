import { test } from 'vitest';
import { forEachBrowser, useHarness } from './harness/suite';
import { expectOwnWays, expectReadable, expectRoom } from './looks/expectations';
import { fillingLooks } from './looks/filling';
import { importLooks } from './looks/import';
import { libraryLooks } from './looks/library';
import { likelyLooks } from './looks/likely';
import { otherLooks } from './looks/others';
import { popupLooks } from './looks/popup';

forEachBrowser((name) => {
  const harness = useHarness(name);

  test.each([
    ...popupLooks,
    ...libraryLooks,
    ...importLooks,
    ...otherLooks,
    ...likelyLooks,
    ...fillingLooks,
  ])(
    '$name: room for everything, and readable by everybody',
    async ({ seed, page: address, sizes, states, readBy = 'chromium' }) => {
      const { session } = harness;
      await seed?.(harness);
      const page = await session.openExtensionPage(address);
      await page.bringToFront();
      for (const [at, [state, reach]] of Object.entries(states).entries()) {
        await reach(page, session);
        const isRead = name === 'chromium' ? readBy !== 'nobody' : readBy === 'both' && at === 0;
        if (isRead) await expectReadable(page, session, state);
        if (name === 'chromium') await expectOwnWays(page, state);
        // Firefox takes its time for a window's size: each state in every other one, in turn, and in the usual one.
        const inTurn = sizes.filter(
          (_, index) => name === 'chromium' || (index + at) % 2 === 0 || index === sizes.length - 1,
        );
        await expectRoom(page, inTurn, state);
      }
    },
  );
});
