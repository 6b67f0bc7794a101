import { render } from 'preact';
import { browser } from '../../lib/browser';
import { text } from '../../lib/text';
import { makePopup } from '../../pages/popup/features';
import { Popup } from '../../pages/popup/popup';

const { service, features } = makePopup();
// The database opens while the rest is drawn.
const started = service.start();
const root = document.getElementById('app');
document.documentElement.lang = text('locale');
if (root) {
  root.replaceChildren();
  render(
    <Popup
      service={service}
      features={features}
      onOptions={() => void browser.runtime.openOptionsPage()}
    />,
    root,
  );
}
void started.then(() => features.load());
