import { describe, expect, it } from 'vitest';
import { failureText } from '../../../components/ui/error-banner';
import { maxNoteLength } from '../../../papers/note';
import { openPaper, recordsOf } from '../../../store/records/queries';
import { decide } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

async function savedPaper(): Promise<void> {
  await sightOn('2026-03-27', 1000, paper('arxiv:1'));
  await decide(['arxiv:1'], 'unread', 1100);
}

describe('a note', () => {
  it('is kept as it was typed', async () => {
    await savedPaper();
    const text = 'First line\n\n  indented <b>\nزمن';
    const result = await saveNote('arxiv:1', text, 0, '—', 2000);
    expect(result).toEqual({ text, updatedAt: 2000, joined: false });
    expect((await openPaper('arxiv:1')).note).toMatchObject({
      id: 'arxiv:1',
      text,
      updatedAt: 2000,
    });
  });

  it('goes when it is emptied', async () => {
    await savedPaper();
    await saveNote('arxiv:1', 'x', 0, '—', 2000);
    await saveNote('arxiv:1', '', 2000, '—', 2001);
    expect((await recordsOf(['arxiv:1']))[0]?.hasNote).toBe(false);
  });

  it('edited in two windows keeps both texts and says so', async () => {
    await savedPaper();
    await saveNote('arxiv:1', 'common', 0, '—', 2000);
    await saveNote('arxiv:1', 'common and A', 2000, '—', 3000);
    const result = await saveNote('arxiv:1', 'common and B', 2000, '—', 3100);
    expect(result).toEqual({
      text: 'common and B\n\n—\ncommon and A',
      updatedAt: 3100,
      joined: true,
    });
    const next = await saveNote('arxiv:1', `${result?.text}!`, 3100, '—', 3200);
    expect(next?.joined).toBe(false);
  });

  it('that holds the other text already is not doubled', async () => {
    await savedPaper();
    await saveNote('arxiv:1', 'ab', 0, '—', 2000);
    expect(await saveNote('arxiv:1', 'abc', 1, '—', 3000)).toMatchObject({ text: 'abc' });
    expect(await saveNote('arxiv:1', 'b', 1, '—', 3000)).toMatchObject({
      text: 'abc',
      joined: true,
    });
  });

  it('of a megabyte is kept', async () => {
    await savedPaper();
    const text = 'Ein Satz. '.repeat(100_000);
    await saveNote('arxiv:1', text, 0, '—', 2000);
    expect((await openPaper('arxiv:1')).note?.text).toBe(text);
  });

  it('that is too long is refused in words, and the old one stays', async () => {
    await savedPaper();
    await saveNote('arxiv:1', 'old', 0, '—', 2000);
    const saving = saveNote('arxiv:1', 'x'.repeat(maxNoteLength + 1), 2000, '—', 3000);
    await expect(saving).rejects.toMatchObject({ name: 'StoreError', code: 'tooLarge' });
    expect((await openPaper('arxiv:1')).note).toMatchObject({ text: 'old', updatedAt: 2000 });
    expect(failureText('tooLarge', '')).toContain(maxNoteLength.toLocaleString('en-GB'));
  });

  it('of a paper that is gone is refused, not lost in silence', async () => {
    expect(await saveNote('arxiv:9', 'x', 0, '—', 1)).toBeUndefined();
  });

  it('saved with the clock set back is still a new revision', async () => {
    await savedPaper();
    await saveNote('arxiv:1', 'a', 0, '—', 5000);
    expect((await saveNote('arxiv:1', 'ab', 5000, '—', 10))?.updatedAt).toBe(5001);
  });
});
