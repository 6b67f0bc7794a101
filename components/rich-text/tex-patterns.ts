/** `\textbf{` and its like. */
export const wrapperName = /\\([a-zA-Z]+)\*?[ \t]?\{/y;
/** `{\bf ` and its like. */
export const switchName = /\{\s?\\([a-zA-Z]+)(?![a-zA-Z])\s?/y;
/** `<sub>`, and `<jats:sub>` as publishers have it. */
export const tagName = /<((?:jats:)?([a-z]{1,10}))>/iy;
/** `\textcolor{red}`, before its words. */
export const colour = /\\(?:textcolor|colorbox)\{[a-zA-Z]+(?:![a-zA-Z\d.!]*)?\}(?=\{)/y;
/** `{\color{red} `, before its words. */
export const colourSwitch = /\{\s?\\color\{[a-zA-Z]+(?:![a-zA-Z\d.!]*)?\}\s?/y;
/** `\verb|…|`; its second group is the code. */
export const verbatim = /\\verb\*?([^\sa-zA-Z\d*])(.{1,200}?)\1/y;
const afterSwitch = /\{\s?\\(?:bf|it|em|tt|sc|rm|sf|sl)(?:series|shape|family)?$/;

/** Whether the words before a place are a command that says how the words behind it look: `{\bf`. */
export function isAfterSwitch(text: string, at: number): boolean {
  return afterSwitch.test(text.slice(Math.max(0, at - 14), at));
}

/** What a pattern finds at a place of a text. */
export function foundAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
