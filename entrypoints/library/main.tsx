import { render } from 'preact';
import { swallowSecondClicks } from '../../lib/second-click';
import { text } from '../../lib/text';
import { Library } from '../../pages/library/library';
import { libraryContext } from '../../pages/library/library-context';
import { LibraryService } from '../../pages/library/service';
import { keepTheme } from '../../pages/shared/theme/keep';

const service = new LibraryService();
const root = document.getElementById('app');
document.documentElement.lang = text('locale');
keepTheme(document.documentElement);
swallowSecondClicks('body');
// The database opens while the rest is drawn.
void service.start();
if (root) render(<Library context={libraryContext(service)} />, root);
