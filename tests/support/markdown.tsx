import { render } from 'preact';
import { afterEach, vi } from 'vitest';
import { Markdown } from '../../components/rich-text/markdown';

/** Where notes are shown. */
export const root = document.createElement('div');
document.body.append(root);

/** Takes away after every test what it showed. */
export function useMarkdown(): void {
  afterEach(() => render(null, root));
}

/** Long enough for a busy machine. */
const patience = { timeout: 20_000 };

/** Shows a note and waits until it is formatted. */
export async function show(text: string): Promise<HTMLElement> {
  render(<Markdown text={text} />, root);
  return vi.waitFor(() => {
    const shown = root.querySelector<HTMLElement>('.markdown');
    if (!shown || shown.querySelector('[data-tex]')) throw new Error('not formatted yet');
    return shown;
  }, patience);
}
