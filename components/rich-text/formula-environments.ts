import { foundAt } from './tex-patterns';

const begin = /\\begin\{([a-z]{4,11}\*?)\}/y;

/** What stands for an environment of formulas that is drawn in a line as well as in one of its own. */
const drawnAs: Record<string, string | undefined> = {
  equation: '',
  displaymath: '',
  math: '',
  align: 'aligned',
  flalign: 'aligned',
  split: 'aligned',
  aligned: 'aligned',
  alignat: 'alignedat',
  alignedat: 'alignedat',
  gather: 'gathered',
  gathered: 'gathered',
  multline: 'gathered',
  eqnarray: 'array',
};

/** How an environment of formulas begins and ends, such as `\begin{align*}`. */
export interface Environment {
  readonly open: string;
  readonly close: string;
  readonly isDisplay: boolean;
  /** What to write around its formula instead. */
  readonly around: readonly [string, string];
}

/** The environment of formulas that begins at a place of a text, by its name in LaTeX or amsmath. */
export function environmentAt(text: string, at: number): Environment | undefined {
  const [open, name = ''] = foundAt(begin, text, at) ?? [];
  const plain = name.replace('*', '');
  const other = Object.hasOwn(drawnAs, plain) ? drawnAs[plain] : undefined;
  if (!open || other === undefined) return undefined;
  const columns = other === 'array' ? '{rcl}' : '';
  return {
    open,
    close: `\\end{${name}}`,
    isDisplay: plain !== 'math',
    around: other === '' ? ['', ''] : [`\\begin{${other}}${columns}`, `\\end{${other}}`],
  };
}
