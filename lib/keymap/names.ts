const modifiers = /^(Shift|Control|Meta|Alt)$/;

/**
 * What a key press is called, best name first: by the letter or sign that it writes, else by the place of the key.
 * On a Cyrillic, Greek or Hangul layout the key of `j` is `j`, and the one of `1` is `1` where digits need Shift
 * (AZERTY). `Mod` is Ctrl, on a Mac ⌘; Caps Lock changes nothing. Alt writes signs on many layouts, and counts with
 * arrows alone.
 * @see https://w3c.github.io/uievents-code/#key-alphanumeric-writing-system
 */
export function namesOf(event: KeyboardEvent): readonly string[] {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
  // A form that the browser fills in sends events without a key.
  if (!key || modifiers.test(key)) return [];
  if (altKey) return key.startsWith('Arrow') && !ctrlKey && !metaKey ? [`Alt+${key}`] : [];
  const shift = shiftKey ? 'Shift+' : '';
  const [place] = /(?<=^Key)[A-Z]$/.exec(code) ?? [];
  const foreign = place && isForeign(key) ? place.toLowerCase() : undefined;
  if (ctrlKey || metaKey) return [`Mod+${shift}${foreign ?? key.toLowerCase()}`];
  if ([...key].length > 1) return [shift + key];
  const [digit] = (!shiftKey && /(?<=^Digit)[1-9]$/.exec(code)) || [];
  const other = foreign && shiftKey ? foreign.toUpperCase() : foreign;
  const second = other ?? digit;
  return second === undefined ? [cased(event)] : [cased(event), second];
}

function isForeign(key: string): boolean {
  return /^\p{L}$/u.test(key) && !/\p{Script=Latin}/u.test(key);
}

function cased(event: KeyboardEvent): string {
  const { key } = event;
  if (!event.getModifierState('CapsLock') || !/[a-z]/i.test(key)) return key;
  return key === key.toLowerCase() ? key.toUpperCase() : key.toLowerCase();
}
