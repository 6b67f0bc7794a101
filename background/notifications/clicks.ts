import { browser } from '../../lib/browser';
import { report } from '../../lib/report';

/** Opens what a notification tells of when it is clicked. Call in the first tick. */
export function offerNotifications(): void {
  listen();
  browser.permissions.onAdded.addListener(listen);
}

function open(shown: string): void {
  import('./notifications')
    .then(({ openTold }) => openTold(shown))
    .catch((error: unknown) => report('notification', error));
}

/** The browser has no notifications to listen to until the reader allows them. */
function listen(): void {
  const { onClicked } = browser.notifications ?? {};
  if (onClicked && !onClicked.hasListener(open)) onClicked.addListener(open);
}
