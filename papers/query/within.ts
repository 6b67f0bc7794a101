/**
 * The search for what a list finds and what is typed finds too.
 * @param list A search that may end in a phrase whose closing quote is missing: it goes last then.
 */
export function within(list: string, typed: string): string {
  const isOpen = list.split('"').length % 2 === 0;
  return (isOpen ? [typed, list] : [list, typed]).join(' ').trim();
}
