import { render } from 'preact';
import { swallowSecondClicks } from '../../lib/second-click';
import { text } from '../../lib/text';
import { keepTheme } from '../theme/keep';
import { deskFor } from './desk';
import { Library } from './library';
import { LibraryService } from './service';

const service = new LibraryService();
const root = document.getElementById('app');
document.documentElement.lang = text('locale');
keepTheme(document.documentElement);
swallowSecondClicks('body');
if (root) render(<Library desk={deskFor(service)} />, root);
void service.start();
