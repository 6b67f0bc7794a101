/**
 * Reads the text of an answer, and no more of it than a limit: what goes on beyond is cut off.
 * @param most In bytes.
 * @returns `undefined` when it is longer.
 * @throws Whatever the network throws.
 */
export async function readText(response: Response, most: number): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > most) {
      // Nobody waits for the other end to hear of it.
      reader.cancel().catch(() => {});
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
