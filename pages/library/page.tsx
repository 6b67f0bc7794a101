import { render } from 'preact';
import { swallowSecondClicks } from '../../lib/second-click';
import { text } from '../../lib/text';
import type { FirstScreen } from '../../store/records/first-screen';
import type { ListTally } from '../../store/records/tally-of-lists';
import { keepHomes } from '../shared/homes';
import { keepTheme } from '../shared/theme/keep';
import { Library } from './library';
import { libraryContext } from './library-context';
import { LibraryService } from './service';

/** Resolves before the next frame is painted. */
function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => {
    if (document.hidden) resolve(undefined);
    else requestAnimationFrame(resolve);
  });
}

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
  keepTheme(document.documentElement);
  keepHomes();
  swallowSecondClicks('body');
  void service.start({ first });
  // Rows that come before the frame that would show the page without them are drawn with it.
  await Promise.race([service.begun, nextFrame()]);
  render(<Library context={libraryContext(service)} />, root);
}
