import { browser } from '../../lib/browser';
import { onChange } from '../../lib/changes';
import { report } from '../../lib/report';

/** How long after a change the page that made it is surely done with its rules, in ms. */
const quietTime = 3000;

/**
 * Sees to it that papers are judged by the rules as they are, whoever changed them: a page that was
 * closed on the way, an import, a worker that was killed, an update that compares words in another way.
 */
export function keepVerdicts(): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    import('../../store/rules/refresh')
      .then(({ refreshVerdicts }) => refreshVerdicts(Date.now()))
      .catch((error: unknown) => report('rules', error));
  };
  browser.runtime.onStartup.addListener(refresh);
  browser.runtime.onInstalled.addListener(refresh);
  onChange(() => {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, quietTime);
  });
}
