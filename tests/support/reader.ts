import {
  type BoundFunctions,
  type ByRoleMatcher,
  type queries,
  waitFor,
  within,
} from '@testing-library/dom';
import userEvent, { PointerEventsCheckLevel, type UserEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

type Name = string | RegExp;

/** Compares names with white space as a reader hears it; jsdom's blocks and inlines are not a browser's. */
const named = (name: Name) => (found: string) => {
  const heard = found.replace(/\s+/g, ' ').replaceAll(' ,', ',').trim();
  return typeof name === 'string' ? heard === name : name.test(heard);
};

/** Somebody before a page: presses what has a name, types, and reads. */
export class Reader {
  /** Without style sheets nothing is ever kept from the pointer, and asking at each click costs. */
  readonly user: UserEvent = userEvent.setup({
    pointerEventsCheck: PointerEventsCheckLevel.Never,
  });

  constructor(readonly page: HTMLElement) {}

  /** The page, or a part of it, to look things up in. */
  in(part?: string): BoundFunctions<typeof queries> {
    return within(part ? this.part(part) : this.page);
  }

  /** A part of the page by its selector. */
  part<Kind extends HTMLElement = HTMLElement>(selector: string): Kind {
    const found = this.page.querySelector<Kind>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  }

  /** Clicks the one thing that has the name, as soon as it is there: a button, or what has the role. */
  async press(name: Name, part?: string, role: ByRoleMatcher = 'button') {
    const target = await waitFor(() => {
      const [found, other] = this.in(part).queryAllByRole(role, { name: named(name) });
      if (!found || other) throw new Error(`${other ? 'more than one' : 'no'} ${role} “${name}”`);
      if (found.matches(':disabled')) throw new Error(`“${name}” rests`);
      return found;
    });
    await this.user.click(target);
  }

  /** Presses keys where the focus is, in the language of user-event: `{Enter}`, `abc`. */
  keys(keys: string): Promise<void> {
    return this.user.keyboard(keys);
  }

  /** Types into a field in place of what it holds. */
  async fill(field: Name, words: string, part?: string): Promise<void> {
    const target = await waitFor(() => this.in(part).getByLabelText(field));
    await this.user.clear(target);
    if (words) await this.user.type(target, words.replace(/[{[]/g, '$&$&'));
  }

  /** Everything that can be read, white space collapsed. */
  words(part?: string): string {
    const text = (part ? this.part(part) : this.page).textContent ?? '';
    return text.replace(/\s+/g, ' ').trim();
  }

  /** Waits until the page says something. */
  sees(words: string, part?: string): Promise<void> {
    return waitFor(() => expect(this.words(part)).toContain(words));
  }

  /** Waits until the page no longer says something. */
  seesNo(words: string, part?: string): Promise<void> {
    return waitFor(() => expect(this.words(part)).not.toContain(words));
  }
}
