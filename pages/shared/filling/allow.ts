import { browser } from '../../../lib/browser';
import { readOptions, writeOptions } from '../../../lib/options';
import { report } from '../../../lib/report';
import type { FillingSource } from '../../../papers/filling/names';
import { catalogueNames } from '../../../sites/catalogues/catalogues';
import { fillFrom } from '../../../store/filling/queue';

/**
 * Has a source asked from now on for papers that wait for it; the reader is asked whether the browser may. Call within a
 * click. The popup is closed by the question in some browsers; then the background takes up what was allowed.
 * @returns Whether the reader allows it.
 * @throws StoreError
 */
export async function allowSource(source: FillingSource): Promise<boolean> {
  const wanting = choose(source, true);
  const { permission } = catalogueNames[source];
  const isAllowed = await browser.permissions
    .request({ origins: [permission] })
    .catch((error: unknown) => {
      report('filling', error);
      return false;
    });
  await wanting;
  if (isAllowed) await fillFrom([source]);
  return isAllowed;
}

/** Has a source not asked any more. */
export function stopSource(source: FillingSource): Promise<void> {
  return choose(source, false);
}

async function choose(source: FillingSource, isOn: boolean): Promise<void> {
  const { fillsNotFrom } = await readOptions();
  const others = fillsNotFrom.filter((one) => one !== source);
  await writeOptions({ fillsNotFrom: isOn ? others : [...others, source] });
}
