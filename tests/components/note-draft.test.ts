import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { movedCaret, NoteDraft } from '../../components/note/note-draft';
import { maxNoteLength } from '../../papers/note';
import type { NoteResult } from '../../store/words/notes';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A draft on a store that answers when told to. */
function draftOn(stored = { text: '', updatedAt: 0 }) {
  const sent: { text: string; base: number; answer: (result: NoteResult) => void }[] = [];
  const shown: string[] = [];
  const joined = vi.fn();
  const draft = new NoteDraft(stored, {
    save: (text, base) =>
      new Promise((answer) => {
        sent.push({ text, base, answer });
      }),
    show: (text) => shown.push(text),
    onJoined: joined,
  });
  return { draft, sent, shown, joined };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('a note being written', () => {
  it('is saved within 250 ms of the first unsaved key, though the typing goes on', async () => {
    const { draft, sent } = draftOn();
    for (let length = 1; length <= 5; length += 1) {
      draft.edit('words'.slice(0, length));
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(sent.map(({ text }) => text)).toEqual(['word']);
  });

  it('is saved at once when the reader leaves the field', async () => {
    const { draft, sent } = draftOn();
    draft.edit('half a wo');
    void draft.flush();
    await settle();
    expect(sent).toMatchObject([{ text: 'half a wo', base: 0 }]);
  });

  it('saves one text after the other, each on the revision of the one before', async () => {
    const { draft, sent } = draftOn();
    draft.edit('one');
    void draft.flush();
    await settle();
    draft.edit('one two');
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toHaveLength(1);
    sent[0]?.answer({ text: 'one', updatedAt: 7, joined: false });
    await settle();
    expect(sent[1]).toMatchObject({ text: 'one two', base: 7 });
  });

  it('keeps what was typed while another window’s text was joined to it', async () => {
    const { draft, sent, shown, joined } = draftOn({ text: '', updatedAt: 1 });
    draft.edit('mine');
    void draft.flush();
    await settle();
    draft.edit('mine, longer');
    sent[0]?.answer({ text: 'mine\n\n—\ntheirs', updatedAt: 9, joined: true });
    await settle();
    expect(shown).toEqual(['mine, longer\n\n—\ntheirs']);
    expect(joined).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(250);
    expect(sent[1]).toMatchObject({ text: 'mine, longer\n\n—\ntheirs', base: 9 });
  });

  it('takes another window’s text silently while nothing is unsaved', () => {
    const { draft, shown, joined } = draftOn({ text: 'old', updatedAt: 1 });
    draft.receive({ text: 'new', updatedAt: 2 });
    draft.receive({ text: 'stale', updatedAt: 1 });
    expect(shown).toEqual(['new']);
    expect(joined).not.toHaveBeenCalled();
  });

  it('leaves an unsaved text alone, and saves it on the revision it was written on', async () => {
    const { draft, sent, shown } = draftOn({ text: 'old', updatedAt: 1 });
    draft.edit('old and mine');
    draft.receive({ text: 'old and theirs', updatedAt: 2 });
    await vi.advanceTimersByTimeAsync(250);
    expect(shown).toEqual([]);
    expect(sent).toMatchObject([{ text: 'old and mine', base: 1 }]);
  });

  it('takes up after a save what it was told during the save', async () => {
    const { draft, sent, shown } = draftOn({ text: '', updatedAt: 1 });
    draft.edit('mine');
    void draft.flush();
    await settle();
    draft.receive({ text: 'mine and theirs', updatedAt: 5 });
    sent[0]?.answer({ text: 'mine', updatedAt: 4, joined: false });
    await settle();
    expect(shown).toEqual(['mine and theirs']);
  });
});

describe('a note that cannot be saved', () => {
  /** A draft on a store that refuses until it is mended. */
  function draftOnBrokenStore() {
    const sentAt: number[] = [];
    const store = { isBroken: true };
    const draft = new NoteDraft(
      { text: '', updatedAt: 0 },
      {
        save: async (text) => {
          sentAt.push(Date.now());
          if (store.isBroken) throw new Error('the disk is full');
          return { text, updatedAt: 1, joined: false };
        },
        show: () => {},
        onJoined: () => {},
      },
    );
    return { draft, sentAt, store };
  }

  it('is sent again after 1, 5 and then every 30 s, until it is kept', async () => {
    const { draft, sentAt, store } = draftOnBrokenStore();
    draft.edit('mine');
    void draft.flush();
    await vi.advanceTimersByTimeAsync(70_000);
    const waits = sentAt.slice(1).map((at, index) => at - (sentAt[index] ?? 0));
    expect(waits).toEqual([1000, 5000, 30_000, 30_000]);
    store.isBroken = false;
    await vi.advanceTimersByTimeAsync(300_000);
    expect(sentAt).toHaveLength(6);
  });

  it('is sent with the next key, without waiting', async () => {
    const { draft, sentAt, store } = draftOnBrokenStore();
    draft.edit('mine');
    void draft.flush();
    await vi.advanceTimersByTimeAsync(2000);
    store.isBroken = false;
    draft.edit('mine!');
    await vi.advanceTimersByTimeAsync(250);
    expect(sentAt).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(300_000);
    expect(sentAt).toHaveLength(3);
  });

  it('for its length is sent again only when it was changed', async () => {
    const { draft, sentAt } = draftOnBrokenStore();
    draft.edit('x'.repeat(maxNoteLength + 1));
    await vi.advanceTimersByTimeAsync(300_000);
    expect(sentAt).toHaveLength(1);
    draft.edit('shorter');
    await vi.advanceTimersByTimeAsync(250);
    expect(sentAt).toHaveLength(2);
  });
});

describe('the caret in a text that became another', () => {
  it.each([
    ['stays before a change further down', 'one two', 'one three', 3, 3],
    ['moves along with an insertion before it', 'two', 'one two', 3, 7],
    ['stays where a text is added at the end', 'mine', 'mine\n\ntheirs', 4, 4],
    ['goes to the change that it stood in', 'a bcd e', 'a x e', 4, 2],
  ])('%s', (_, before, after, at, expected) => {
    expect(movedCaret(before, after, at)).toBe(expected);
  });
});
