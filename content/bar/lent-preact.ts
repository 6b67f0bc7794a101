import { common } from './common';

/**
 * Stands for `preact` in the parts of the bar, by wxt.config.ts: what they show is drawn by the bar's own, which each
 * would otherwise carry once more.
 * @public
 */
export const { Fragment, options } = common()?.preact ?? {};
