import { rowsSeen } from '../../pages/library/list/room';
import { readFirstScreen } from '../../store/records/first-screen';
import { listTallyIn } from '../../store/records/tally-of-lists';

/** Resolves when the document is whole, its style sheet included. */
function isWhole(): Promise<unknown> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', resolve, { once: true });
  });
}

// The database opens, and the first rows are read, while document and page are loaded.
const first = readFirstScreen(rowsSeen(), listTallyIn);
// Told when the page takes it up.
first.catch(() => {});
const loaded = import('../../pages/library/page').then(({ showLibrary }) => showLibrary);
void isWhole().then(async () => {
  const show = await loaded;
  const root = document.getElementById('app');
  if (root) await show(root, first);
});
