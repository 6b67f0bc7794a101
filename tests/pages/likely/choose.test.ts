// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { writeOptions } from '../../../lib/options';
import { Likely } from '../../../pages/shared/likely/likely';
import { useFreshStore } from '../../support/store';

useFreshStore();

it('an order that was chosen is known when it is kept, before the browser tells of it', async () => {
  await writeOptions({ ranks: true });
  const following = new AbortController();
  const likely = new Likely(following.signal);
  await likely.ready;
  following.abort();
  await likely.choose('forYou');
  expect(likely.newOrder).toBe('forYou');
});
