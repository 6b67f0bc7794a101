import { lentThings } from './shared-page';

/**
 * Stands for several modules of `lib/` in the scripts that follow the first one on a page, by wxt.config.ts: their code is
 * there already. Without the first script there is no page, and they do nothing.
 * @public
 */
export const {
  ask,
  newClick,
  report,
  onStored,
  ContentScriptContext = class {
    readonly signal = AbortSignal.abort();
    readonly isValid = false;
  },
  fieldsOf,
  flag,
  oneOf,
  optionsKey,
  pageOptionsIn,
  listed,
  number,
  once = () => () => undefined as never,
  shortDay,
  text,
  written,
} = lentThings();
