import { render } from 'preact';
import { browser } from '../../lib/browser';
import { text } from '../../lib/text';
import { Popup } from './popup';
import { PopupService } from './service';

const service = new PopupService();
const root = document.getElementById('app');
document.documentElement.lang = text('locale');
if (root) {
  root.replaceChildren();
  render(
    <Popup service={service} onOptions={() => void browser.runtime.openOptionsPage()} />,
    root,
  );
}
void service.start().then(() => service.loadLater());
