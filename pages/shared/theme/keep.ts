import { onOptions, readOptions } from '../../../lib/options';
import { report } from '../../../lib/report';
import { applyTheme, mirrorTheme } from './theme';

/** Keeps the page in the theme that the options name, from now on. */
export function keepTheme(root: HTMLElement): void {
  const show = ({ theme }: { theme: Parameters<typeof applyTheme>[1] }): void => {
    applyTheme(root, theme);
    mirrorTheme(theme);
  };
  onOptions(show);
  readOptions().then(show, (error: unknown) => report('theme', error));
}
