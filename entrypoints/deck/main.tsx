import { render } from 'preact';
import { swallowSecondClicks } from '../../lib/second-click';
import { text } from '../../lib/text';
import { readScope } from '../../papers/deck/scope';
import { keepTheme } from '../theme/keep';
import { Deck } from './deck';
import { DeckCommands } from './paper-commands';
import { DeckRules } from './rule-commands';
import { DeckService } from './service';

const service = new DeckService();
const root = document.getElementById('app');
document.documentElement.lang = text('locale');
keepTheme(document.documentElement);
swallowSecondClicks('body');
const deeds = new DeckCommands(service);
const rules = new DeckRules(service);
if (root) render(<Deck service={service} deeds={deeds} rules={rules} />, root);
void service.start(readScope(location.search), Date.now());
