import { render } from 'preact';
import { text } from '../../lib/text';
import { readScope } from '../../papers/deck/scope';
import { keepTheme } from '../theme/keep';
import { Deck } from './deck';
import { Deeds } from './deeds';
import { DeckService } from './service';

const service = new DeckService();
const root = document.getElementById('app');
document.documentElement.lang = text('locale');
keepTheme(document.documentElement);
if (root) render(<Deck service={service} deeds={new Deeds(service)} />, root);
void service.start(readScope(location.search), Date.now());
