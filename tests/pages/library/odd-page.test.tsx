// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { expect, it } from 'vitest';
import { saveTagged } from '../../support/contents';
import { LibraryPage, useLibraryPage } from '../../support/library-page';
import { paper } from '../../support/store';

useLibraryPage();

const bad = ['x'.repeat(10_000), '"', '[(*+?\\', '!!! ???', '-', 'OR', 'tag:', 'is:'];

it('bad searches are answered', async () => {
  await saveTagged([1, 2, 3, 4, 5].map((number) => paper(`arxiv:2603.0000${number}`)));
  const library = await LibraryPage.open();
  await library.counts('5 papers');
  for (const words of bad) {
    history.pushState(null, '', `?q=${encodeURIComponent(words)}`);
    dispatchEvent(new PopStateEvent('popstate'));
    await waitFor(() => expect(library.query()).toBe(words));
    await waitFor(() => expect(library.words('.toolbar p')).toMatch(/^(0 of 5 papers|5 papers)$/));
  }
  await library.search('federated');
  await library.sees('No match');
});
