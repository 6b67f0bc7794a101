import { render } from 'preact';
import { browser } from '../../lib/browser';
import { text } from '../../lib/text';
import { makePopup } from '../../pages/popup/features';
import { Popup } from '../../pages/popup/popup';
import { firstDrawing } from '../../pages/shared/first-drawing';

const { service, features } = makePopup();
// The database opens while the rest is loaded.
const started = service.start();
const root = document.getElementById('app');
document.documentElement.lang = text('locale');
void firstDrawing(service.begun).then(() => {
  if (!root) return;
  root.replaceChildren();
  render(
    <Popup
      service={service}
      features={features}
      onOptions={() => void browser.runtime.openOptionsPage()}
    />,
    root,
  );
});
void started.then(() => features.load());
