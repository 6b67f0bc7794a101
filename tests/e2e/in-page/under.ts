/** What a page's control lies over, and whether the reader can get at it. Runs in the page. */
export interface Placed {
  readonly paper: string;
  /** What of the page's lies under it: links, buttons, pictures and words. */
  readonly covers: readonly string[];
  /** Whether a click on its first button would reach it. */
  readonly isClickable: boolean;
}

/** Looks at each control after scrolling to it. Runs in the page. */
export async function lookUnderControls(): Promise<Placed[]> {
  const interactive = 'a,button,input,video,img,svg,[role]';
  const nameOf = (element: Element) =>
    `${element.localName} ${element.getAttribute('href') ?? ''} ${element.textContent?.trim().slice(0, 40)}`;

  const wordsAt = (x: number, y: number): string | undefined => {
    const element = document.elementFromPoint(x, y);
    for (const node of element?.childNodes ?? []) {
      if (node.nodeType !== Node.TEXT_NODE || !node.nodeValue?.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, top, bottom } of range.getClientRects())
        if (x >= left && x <= right && y >= top && y <= bottom) return node.nodeValue.trim();
    }
    return undefined;
  };

  const under = ({ left, right, top, bottom }: DOMRect): string[] => {
    const found = new Set<string>();
    for (let x = left; x <= right; x += 3)
      for (let y = top; y <= bottom; y += 3) {
        const element = document.elementFromPoint(x, y)?.closest(interactive);
        if (element) found.add(nameOf(element));
        const words = wordsAt(x, y);
        if (words) found.add(`words: ${words}`);
      }
    return [...found];
  };

  const placed: Placed[] = [];
  for (const host of document.querySelectorAll<HTMLElement>('offprint-card')) {
    host.scrollIntoView({ block: 'center', behavior: 'instant' });
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const box = host.shadowRoot?.querySelector('[role=group]')?.getBoundingClientRect();
    const button = host.shadowRoot?.querySelector('button')?.getBoundingClientRect();
    if (!box || !button) continue;
    const [x, y] = [button.x + button.width / 2, button.y + button.height / 2];
    const isClickable = button.width > 0 && document.elementFromPoint(x, y) === host;
    host.style.visibility = 'hidden';
    placed.push({ paper: host.dataset.paper ?? '', covers: under(box), isClickable });
    host.style.visibility = '';
  }
  return placed;
}
