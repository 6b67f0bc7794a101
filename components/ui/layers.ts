/** What is open over a page: a form, a menu, a window. */
export interface Layer {
  readonly element: HTMLElement;
  readonly close: () => void;
}

/** The last one opened is the last one. */
const layers: Layer[] = [];

/** Whether something is open that has the keys: then no key of the page's own acts. */
export function isLayerOpen(): boolean {
  return layers.some(isThere);
}

/** Notes that something is open. */
export function openLayer(layer: Layer): void {
  layers.push(layer);
}

/** Notes that it is no longer. */
export function dropLayer(layer: Layer): void {
  const at = layers.indexOf(layer);
  if (at !== -1) layers.splice(at, 1);
}

/** The one that has the focus, else the last one opened. */
export function layerInUse(): Layer | undefined {
  const focused = document.activeElement;
  const open = layers.filter(isThere);
  return open.findLast(({ element }) => element.contains(focused)) ?? open.at(-1);
}

/** What was taken out of the page without a word has no keys. */
function isThere({ element }: Layer): boolean {
  return element.isConnected;
}
