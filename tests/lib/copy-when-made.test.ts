import { afterEach, describe, expect, it, vi } from 'vitest';
import { copyWhenMade } from '../../lib/copy-when-made';

class Item {
  constructor(readonly parts: Record<string, Promise<Blob>>) {}
}

function laterText() {
  let tell = (_text: string | undefined): void => {};
  let fail = (_error: Error): void => {};
  const making = new Promise<string | undefined>((resolve, reject) => {
    tell = resolve;
    fail = reject;
  });
  return { making, tell, fail };
}

/** As engines do it: the text may come later. */
function clipboardThatWaits() {
  const copied: string[] = [];
  const write = vi.fn(async (items: Item[]) => {
    for (const { parts } of items) copied.push((await (await parts['text/plain'])?.text()) ?? '');
  });
  const writeText = vi.fn(async (text: string) => {
    copied.push(text);
  });
  vi.stubGlobal('ClipboardItem', Item);
  vi.stubGlobal('navigator', { clipboard: { write, writeText } });
  return { copied, write, writeText };
}

afterEach(() => vi.unstubAllGlobals());

describe('copying a text that is still being made', () => {
  it('asks the browser before the text is there', async () => {
    const { copied, write } = clipboardThatWaits();
    const { making, tell } = laterText();
    const copying = copyWhenMade(making);
    expect(write).toHaveBeenCalledOnce();
    tell('a citation');
    await copying;
    expect(copied).toEqual(['a citation']);
  });

  it('copies nothing where there is nothing, and says what went wrong', async () => {
    const { copied, writeText } = clipboardThatWaits();
    await copyWhenMade(Promise.resolve(undefined));
    await expect(copyWhenMade(Promise.reject(new Error('the disk is gone')))).rejects.toThrow(
      'the disk is gone',
    );
    expect(copied).toEqual([]);
    expect(writeText).not.toHaveBeenCalled();
  });

  it('gives the text when it is there to a browser that takes none to come', async () => {
    const { copied, write } = clipboardThatWaits();
    write.mockRejectedValue(new Error('DataError'));
    await copyWhenMade(Promise.resolve('one'));
    vi.stubGlobal('ClipboardItem', undefined);
    await copyWhenMade(Promise.resolve('two'));
    expect(copied).toEqual(['one', 'two']);
  });

  it('says so when nothing may be copied', async () => {
    const { write, writeText } = clipboardThatWaits();
    write.mockRejectedValue(new Error('NotAllowedError'));
    writeText.mockRejectedValue(new Error('NotAllowedError'));
    await expect(copyWhenMade(Promise.resolve('one'))).rejects.toThrow('NotAllowedError');
  });
});
