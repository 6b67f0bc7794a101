import { test } from 'vitest';
import { forEachBrowser, useHarness } from './harness/suite';
import { expectOwnWays, expectReadable, expectRoom } from './looks/expectations';
import { fillingLooks } from './looks/filling';
import { importLooks } from './looks/import';
import { libraryLooks } from './looks/library';
import { likelyLooks } from './looks/likely';
import type { Look } from './looks/look';
import { otherLooks } from './looks/others';
import { popupLooks } from './looks/popup';
import { syncLooks } from './looks/sync';

const looks: readonly Look[] = [
  ...popupLooks,
  ...libraryLooks,
  ...importLooks,
  ...otherLooks,
  ...likelyLooks,
  ...fillingLooks,
  ...syncLooks,
];

forEachBrowser((name) => {
  const harness = useHarness(name);

  test.each(looks.filter(({ laidOutBy = name }) => laidOutBy === name))(
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
        // Firefox takes its time for a window's size, and lays out as Chromium does but for its own controls.
        const telling = [sizes[at % (sizes.length - 1)], sizes.at(-1)].filter(
          (size) => size !== undefined,
        );
        await expectRoom(page, name === 'chromium' ? sizes : telling, state);
      }
    },
  );
});
