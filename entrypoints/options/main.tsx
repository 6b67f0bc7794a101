import { render } from 'preact';
import { text } from '../../lib/text';
import { OptionsView } from '../../pages/options/options';
import { OptionsService } from '../../pages/options/service';
import { keepTheme } from '../../pages/shared/theme/keep';

const service = new OptionsService();
const root = document.getElementById('app');
document.documentElement.lang = text('locale');
document.title = text('optionsTitle');
keepTheme(document.documentElement);
if (root) render(<OptionsView service={service} />, root);
void service.start();
