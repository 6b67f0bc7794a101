/**
 * Copies a text, with a formatted form beside it for whatever takes one. Call within a click or key.
 * @throws DOMException when the browser allows no copying.
 */
export async function copyText(plain: string, html?: string): Promise<void> {
  const { clipboard } = navigator;
  if (html === undefined || typeof ClipboardItem === 'undefined' || !clipboard.write)
    return clipboard.writeText(plain);
  const part = (type: string, content: string) => new Blob([content], { type });
  const item = new ClipboardItem({
    'text/plain': part('text/plain', plain),
    'text/html': part('text/html', html),
  });
  await clipboard.write([item]).catch(() => clipboard.writeText(plain));
}
