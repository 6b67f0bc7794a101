import { render } from 'preact';
import { browser } from '../../lib/browser';
import { text } from '../../lib/text';
import { Popup } from '../../pages/popup/popup';
import { PopupService } from '../../pages/popup/service';

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
void service.start().then(() => service.loadLazyParts());
