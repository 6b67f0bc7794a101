import { render } from 'preact';
import { painted } from '../../lib/painted';
import { swallowSecondClicks } from '../../lib/second-click';
import { wantSync } from '../../lib/sync-soon';
import { text } from '../../lib/text';
import type { FirstScreen } from '../../store/records/first-screen';
import type { ListTally } from '../../store/records/tally-of-lists';
import { firstDrawing } from '../shared/first-drawing';
import { keepPreferredLinks } from '../shared/preferred-links';
import { keepTheme } from '../shared/theme/keep';
import { Library } from './library';
import { libraryContext } from './library-context';
import { LibraryService } from './service';

/**
 * Draws the library into the document, and follows the store from then on.
 * @param first What was read while this was loaded; used where the address asks for the whole list.
 */
export async function showLibrary(
  root: HTMLElement,
  first?: Promise<FirstScreen<ListTally>>,
): Promise<void> {
  const service = new LibraryService();
  document.documentElement.lang = text('locale');
  swallowSecondClicks('body');
  void service.start({ first });
  await firstDrawing(service.begun);
  render(<Library context={libraryContext(service)} />, root);
  // Until then it has the theme that it had last.
  await painted();
  keepTheme(document.documentElement);
  keepPreferredLinks();
  void wantSync(Date.now());
}
