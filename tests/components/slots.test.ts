// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import { Slots } from '../../components/ui/slots';

const root = document.createElement('ul');
document.body.append(root);

afterEach(() => root.replaceChildren());

/** Shows rows as the list does: elements in the order of their numbers, until they are arranged. */
function show(slots: Slots, ids: readonly string[]): Map<string, HTMLElement> {
  const numbers = slots.assign(ids);
  const elements = numbers.map((number, at) => {
    const known = root.querySelector<HTMLElement>(`[data-slot="${number}"]`);
    const element = known ?? document.createElement('li');
    element.dataset.slot = String(number);
    element.textContent = ids[at] ?? '';
    element.tabIndex = -1;
    if (!known) root.append(element);
    slots.hold(number, element);
    return element;
  });
  for (const element of root.querySelectorAll<HTMLElement>('li'))
    if (!elements.includes(element)) {
      element.remove();
      slots.hold(Number(element.dataset.slot), null);
    }
  return new Map(ids.map((id, at) => [id, elements[at] as HTMLElement]));
}

const order = () => [...root.children].map(({ textContent }) => textContent);

it.each([
  ['on by one', ['b', 'c', 'd', 'e']],
  ['on by three', ['d', 'e', 'f', 'g']],
  ['back by two', ['y', 'z', 'a', 'b']],
  ['to the same rows in another order', ['d', 'b', 'a', 'c']],
  ['to other rows', ['1', '2', '3', '4']],
  ['to more rows', ['z', 'a', 'x', 'b', 'c', 'd', 'e']],
])('the elements stand in the order of their rows after a move %s', (_, next) => {
  const slots = new Slots();
  const before = show(slots, ['a', 'b', 'c', 'd']);
  slots.arrange(['a', 'b', 'c', 'd']);
  const after = show(slots, next);
  slots.arrange(next);
  expect(order()).toEqual(next);
  for (const [id, element] of after) if (before.has(id)) expect(element).toBe(before.get(id));
  expect(new Set([...before.values(), ...after.values()]).size).toBe(Math.max(4, next.length));
});

it('an element that has the focus is not taken over, and keeps it while it is moved', () => {
  const slots = new Slots();
  const first = show(slots, ['a', 'b', 'c']);
  slots.arrange(['a', 'b', 'c']);
  first.get('a')?.focus();
  const next = show(slots, ['b', 'c', 'd', 'e']);
  expect([...next.values()]).not.toContain(first.get('a'));
  next.get('e')?.focus();
  slots.arrange(['b', 'c', 'd', 'e']);
  expect(document.activeElement).toBe(next.get('e'));
  const moved = show(slots, ['e', 'f', 'g', 'h']);
  slots.arrange(['e', 'f', 'g', 'h']);
  expect(document.activeElement).toBe(moved.get('e'));
  expect(order()).toEqual(['e', 'f', 'g', 'h']);
});
