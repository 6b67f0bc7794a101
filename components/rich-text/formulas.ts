import { Lazy } from './lazy';

/** What turns TeX into MathML; some 60 kB, so only texts that hold a formula load it. */
export const formulas = new Lazy('formulas', () => import('./formula-node'));

/** A formula in a line with more characters than this may be wider than the line, and scrolls. */
const longestInLine = 32;

/** The classes of the element around a drawn formula; see assets/rich.css. */
export function formulaClass(node: Node, isDisplay: boolean): string {
  if (isDisplay) return 'tex display';
  return (node.textContent?.length ?? 0) > longestInLine ? 'tex wide' : 'tex';
}

/** See `formulaNode`. */
export type DrawFormula = typeof import('./formula-node')['formulaNode'];
