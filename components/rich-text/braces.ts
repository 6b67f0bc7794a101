/** Finds for each opening brace of a text where it is closed; 0 where it is not. */
export function closingBraces(text: string): Int32Array {
  const closes = new Int32Array(text.length);
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '{') open.push(at);
    else if (text[at] === '}') {
      const from = open.pop();
      if (from !== undefined) closes[from] = at;
    }
  }
  return closes;
}
