import { render } from 'preact';
import { swallowSecondClicks } from '../../lib/second-click';
import { text } from '../../lib/text';
import { Deck } from '../../pages/deck/deck';
import { DeckCommands } from '../../pages/deck/paper-commands';
import { DeckRules } from '../../pages/deck/rule-commands';
import { DeckService } from '../../pages/deck/service';
import { keepTheme } from '../../pages/shared/theme/keep';
import { readScope } from '../../papers/deck/scope';

const service = new DeckService();
const root = document.getElementById('app');
document.documentElement.lang = text('locale');
keepTheme(document.documentElement);
swallowSecondClicks('body');
const commands = new DeckCommands(service);
const rules = new DeckRules(service);
if (root) render(<Deck service={service} commands={commands} rules={rules} />, root);
void service.start(readScope(location.search), Date.now());
