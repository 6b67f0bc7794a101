import { browser } from '../../lib/browser';
import { report } from '../../lib/report';

/** Serves the keyboard commands of the manifest. */
export function listenToCommands(): void {
  browser.commands.onCommand.addListener((command) => {
    import('./command-table')
      .then(({ commands }) => commands[command]?.())
      .catch((error: unknown) => report('command', error));
  });
}
