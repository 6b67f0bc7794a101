import { Lazy } from './lazy';

/** What turns TeX into MathML; some 60 kB, so only texts that hold a formula load it. */
export const formulas = new Lazy('formulas', () => import('./formula-node'));

/** See `formulaNode`. */
export type DrawFormula = typeof import('./formula-node')['formulaNode'];
