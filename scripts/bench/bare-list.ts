/** A row of the library's list as it was drawn. */
export interface DrawnRow {
  readonly markup: string;
  readonly height: number;
}

/**
 * Goes down the library's list and takes its first rows. Runs in the page.
 * @param count How many rows are wanted; fewer where the list has no more.
 */
export async function takeRows(count: number): Promise<DrawnRow[]> {
  const list = document.querySelector('[data-list]');
  const rows: DrawnRow[] = [];
  const end = performance.now() + 20_000;
  const take = () => {
    for (const row of document.querySelectorAll<HTMLElement>('[data-list] li[data-paper]')) {
      const isRead = row.querySelector('.row[data-state]') !== null;
      const at = Number(row.dataset.index);
      if (isRead) rows[at] ??= { markup: row.outerHTML, height: row.offsetHeight };
    }
  };
  while (list && performance.now() < end) {
    take();
    const known = Array.from(rows).findIndex((row) => !row);
    const whole = known === -1 ? rows.length : known;
    const isBottom = list.scrollTop + list.clientHeight >= list.scrollHeight - 1;
    if (whole >= count || (known === -1 && isBottom)) break;
    // A row that was passed before it was read is gone back to.
    list.scrollTop = rows.slice(0, whole).reduce((sum, { height }) => sum + height, 0) - 200;
    await new Promise(requestAnimationFrame);
  }
  return Array.from(rows).slice(0, count);
}

/**
 * Makes the page's list one of which only the rows in view are in the document, and which knows nothing of them
 * but markup and height. Runs in the page.
 * @param length How many rows it has; the given ones again and again.
 */
export function listRows(rows: readonly DrawnRow[], length: number): void {
  const list = document.querySelector('[data-list]');
  const inner = list?.querySelector('ul');
  if (!list || !inner) throw new Error('No list');
  const templates = rows.map(({ markup }) => {
    const template = document.createElement('template');
    template.innerHTML = markup;
    return template.content.firstElementChild as HTMLElement;
  });
  const starts = [0];
  for (let at = 0; at < length; at += 1)
    starts.push((starts[at] ?? 0) + (rows[at % rows.length]?.height ?? 0));
  const indexAt = (top: number, from: number) => {
    let at = from;
    while (at < length && (starts[at + 1] ?? 0) <= top) at += 1;
    while (at > 0 && (starts[at] ?? 0) > top) at -= 1;
    return at;
  };
  const shown = new Map<number, HTMLElement>();
  let first = 0;
  const draw = () => {
    first = indexAt(list.scrollTop, first);
    const last = indexAt(list.scrollTop + list.clientHeight, first);
    const [from, to] = [Math.max(0, first - 8), Math.min(length - 1, last + 8)];
    for (const [at, row] of shown)
      if (at < from || at > to) {
        row.remove();
        shown.delete(at);
      }
    for (let at = from; at <= to; at += 1) {
      if (shown.has(at)) continue;
      const row = templates[at % templates.length]?.cloneNode(true) as HTMLElement;
      row.style.transform = `translateY(${starts[at]}px)`;
      shown.set(at, row);
      inner.append(row);
    }
  };
  inner.replaceChildren();
  inner.style.height = `${starts[length]}px`;
  list.addEventListener('scroll', draw, { passive: true });
  list.scrollTop = 0;
  draw();
}
