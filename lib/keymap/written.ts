const signs: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  ' ': 'Space',
  Escape: 'Esc',
  Delete: 'Del',
};

/**
 * A key as it is written on keyboards, `Shift V`, `⌘ Z`; of a sequence each of its keys.
 * @param key As `namesOf` names it.
 */
export function writtenKeys(key: string, isMac: boolean): readonly string[] {
  return (key === ' ' ? [key] : key.split(' ')).map((one) => written(one, isMac));
}

function written(key: string, isMac: boolean): string {
  const parts = key === '+' ? [key] : key.split('+');
  const last = parts.pop() ?? '';
  const isCapital = /^\p{Lu}$/u.test(last) && parts.length === 0;
  const held = isCapital ? ['Shift'] : parts;
  const letter = parts.length > 0 && last.length === 1 ? last.toUpperCase() : last;
  return [...held.map((one) => modifier(one, isMac)), signs[last] ?? letter].join(' ');
}

function modifier(name: string, isMac: boolean): string {
  if (name === 'Mod') return isMac ? '⌘' : 'Ctrl';
  return name === 'Alt' && isMac ? '⌥' : name;
}
