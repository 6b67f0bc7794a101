import { render } from 'preact';
import { text } from '../../lib/text';
import { keepTheme } from '../theme/keep';
import { OptionsView } from './options';
import { OptionsService } from './service';

const service = new OptionsService();
const root = document.getElementById('app');
document.documentElement.lang = text('locale');
document.title = text('optionsTitle');
keepTheme(document.documentElement);
if (root) render(<OptionsView service={service} />, root);
void service.start();
