import { newClick } from '../../lib/click';
import { ContentScriptContext } from '../../lib/content-context';
import { ask } from '../../lib/messages';
import { fieldsOf, flag, oneOf, optionsKey, pageOptionsIn } from '../../lib/page-options';
import { listed, number, once, shortDay, text, written } from '../../lib/plain-text';
import { report } from '../../lib/report';
import { onStored } from '../../lib/stored';

/** What the first script of a page has, and the others of the same page would each carry once more; see `lent.ts`. */
export const lent = {
  ...{ ask, newClick, report, onStored, ContentScriptContext },
  ...{ fieldsOf, flag, oneOf, optionsKey, pageOptionsIn },
  ...{ listed, number, once, shortDay, text, written },
};
export type Lent = typeof lent;
