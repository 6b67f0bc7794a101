import { browser } from '../../lib/browser';
import { report } from '../../lib/report';
import { whenQuiet } from './when-quiet';

/**
 * Sees to it that papers are judged by the rules as they are, whoever changed them: a page that was
 * closed on the way, an import, a worker that was killed, an update that compares words in another way.
 */
export function keepVerdicts(): void {
  const refresh = () => {
    import('../../store/rules/refresh')
      .then(({ refreshVerdicts }) => refreshVerdicts(Date.now()))
      .catch((error: unknown) => report('rules', error));
  };
  browser.runtime.onStartup.addListener(refresh);
  browser.runtime.onInstalled.addListener(refresh);
  whenQuiet(refresh);
}
