import { homeChoice } from '../../components/paper/home-choice';
import { onOptions, readOptions } from '../../lib/options';
import { report } from '../../lib/report';
import type { HomeChoice } from '../../papers/homes';

/** Keeps the page's links to papers as the reader chose them, from now on. */
export function keepPreferredLinks(): void {
  const choose = ({ homes, opensAt }: HomeChoice): void => {
    homeChoice.value = { homes, opensAt };
  };
  onOptions(choose);
  readOptions().then(choose, (error: unknown) => report('links', error));
}
