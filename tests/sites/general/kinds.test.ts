import { expect, it, vi } from 'vitest';
import { generalKinds } from '../../../sites/general/kinds';
import { listPages } from '../../fixtures/general/lists';
import type { GeneralPage } from '../../fixtures/general/page';
import { paperPages } from '../../fixtures/general/papers';
import { documentOf } from '../pages';

const [digest] = listPages;
const [paper] = paperPages;

function worldOf(page: GeneralPage | undefined) {
  const document = documentOf(page?.html ?? '');
  const again = vi.fn();
  const clock = { at: 1000 };
  const turned = vi.fn();
  const kinds = generalKinds({ document, now: () => clock.at, again, turned });
  const read = (address = page?.address ?? '') => {
    const url = new URL(address);
    const kind = kinds.find((one) => one.matches(url));
    return kind && { name: kind.name, ...kind.read(document, url, new Date(0)) };
  };
  return { document, again, clock, read, turned };
}

it('a list is a digest of its host, a paper’s page one of the paper', () => {
  expect(worldOf(digest).read()).toMatchObject({
    name: 'general/digest',
    digest: { id: 'github.com:digest' },
  });
  expect(worldOf(paper).read()).toMatchObject({
    name: 'general/paper',
    digest: { id: 'openreview.net:paper:aBc-12_X' },
  });
});

it('a page that changes at once again is read at its leisure, once more when it rests', async () => {
  const { document, again, clock, read } = worldOf(digest);
  expect(read()?.papers).toHaveLength(6);
  expect(again).not.toHaveBeenCalled();
  await Promise.resolve();
  document.body.replaceChildren();
  clock.at += 10;
  expect(read()?.papers).toHaveLength(6);
  read();
  expect(again.mock.calls).toEqual([[245]]);
  clock.at += 240;
  expect(read()).toBeUndefined();
});

it('a page that goes on without a load says so once its paper is another, or none', () => {
  const { document, read, turned, clock } = worldOf(paper);
  read();
  read();
  expect(turned).toHaveBeenCalledTimes(1);
  document.documentElement.innerHTML = '<head><title>Home</title></head><body></body>';
  clock.at += 1000;
  expect(read('https://openreview.net/')).toBeUndefined();
  expect(turned).toHaveBeenCalledTimes(2);
  clock.at += 1000;
  read('https://openreview.net/venues');
  expect(turned).toHaveBeenCalledTimes(2);
});
