// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';
import { choosable } from '../../../lib/keymap/choose';
import { readOptions, writeOptions } from '../../../lib/options';
import { openOptions, useFreshPages } from '../../support/pages';
import type { Reader } from '../../support/reader';

useFreshPages();

async function open(): Promise<Reader> {
  const { reader } = await openOptions();
  await waitFor(() => reader.part('.keymap details'));
  return reader;
}

const keys = async () => (await readOptions()).keys;
const shown = (reader: Reader, id: string) => reader.words(`[data-key-of="${id}"]`);

/** Gives a command another key. */
async function give(reader: Reader, id: string, pressed: string): Promise<void> {
  await reader.user.click(reader.part(`[data-key-of="${id}"]`));
  await reader.keys(pressed);
}

describe('the list of keys', () => {
  it('has every command that can have another key, with its key in its name', async () => {
    const reader = await open();
    expect(reader.page.querySelectorAll('[data-key-of]')).toHaveLength(choosable.length);
    expect(reader.part('[data-key-of="save"]').ariaLabel).toBe('Save: s. Change the key');
    expect(reader.part('[data-key-of="selectRange"]').textContent).toBe('Shift V');
  });

  it('takes another key, shows it, and gives the first one back', async () => {
    const reader = await open();
    await give(reader, 'save', 'w');
    await waitFor(async () => expect(await keys()).toEqual({ save: 'w' }));
    expect(shown(reader, 'save')).toBe('w');
    await reader.press('Back to “s”');
    await waitFor(async () => expect(await keys()).toEqual({}));
    expect(shown(reader, 'save')).toBe('s');
  });

  it('tells who has the key, and lets the two swap', async () => {
    const reader = await open();
    await give(reader, 'save', 'x');
    await reader.sees('“x” is the key for “Dismiss”.', '[role="alert"]');
    expect(await keys()).toEqual({});
    await reader.press('Swap the two keys');
    await waitFor(async () => expect(await keys()).toEqual({ save: 'x', dismiss: 's' }));
    await reader.seesNo('is the key for');
    await reader.press('Reset all keys');
    await waitFor(async () => expect(await keys()).toEqual({}));
  });

  it.each([
    [
      'of a command of another view',
      'nextAll',
      'q',
      '“q” is the key for “Put in “Read next”, or take out”.',
    ],
    ['that sequences begin with', 'tag', 'g', '“g” is the key for “The whole library”.'],
    ['for tags', 'save', '3', 'Press one letter or sign.'],
    ['of the cursor', 'save', '{ArrowDown}', 'Press one letter or sign.'],
    ['with Ctrl', 'save', '{Control>}b{/Control}', 'Press one letter or sign.'],
  ])('refuses a key %s', async (_, id, pressed, says) => {
    const reader = await open();
    await give(reader, id, pressed);
    await reader.sees(says, '[role="alert"]');
    expect(await keys()).toEqual({});
  });

  it('can leave a command without a key, and is left with Escape and Tab', async () => {
    const reader = await open();
    await give(reader, 'save', '{Escape}');
    expect(shown(reader, 'save')).toBe('s');
    await give(reader, 'save', '{Tab}');
    expect(shown(reader, 'save')).toBe('s');
    await give(reader, 'save', '{Backspace}');
    await waitFor(async () => expect(await keys()).toEqual({ save: '' }));
    expect(shown(reader, 'save')).toBe('none');
  });

  it('follows what is chosen in another window', async () => {
    const reader = await open();
    await writeOptions({ keys: { note: 'm' } });
    await waitFor(() => expect(shown(reader, 'note')).toBe('m'));
  });
});
