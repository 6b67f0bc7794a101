// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';
import { libraryAddress } from '../../../lib/library-address';
import { addNotice } from '../../../lib/notices';
import { saveSmartList } from '../../../store/lists/write';
import { recordsOf } from '../../../store/records/queries';
import { decide } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { wakeSnoozed } from '../../../store/words/snooze';
import { openPopup } from '../../support/pages';
import { snooze } from '../../support/paper-changes';
import {
  lists,
  noteOf,
  one,
  row,
  saved,
  search,
  tagsOf,
  three,
  titles,
  two,
  usePopupPage,
} from '../../support/popup-page';
import { setTags } from '../../support/tags';

usePopupPage();

describe('the saved papers', () => {
  it('come newest first, are sorted out, and narrowed by status and tag', async () => {
    await saved(one, two, three);
    const { reader } = await openPopup();
    await lists(reader, three.title, two.title, one.title);
    await reader.press('Sparse attention');
    await reader.fill('Add a tag', 'World Models', row(one));
    await reader.keys('{Enter}');
    await waitFor(() => expect(tagsOf(reader, one.id)).toEqual(['World Models']));
    await reader.press('Dense retrieval');
    await reader.fill('Note', 'Ask about Table 4', row(two));
    await reader.user.tab();
    await reader.press('Sparse video models');
    await reader.press('Read', row(three), 'radio');
    await waitFor(async () => expect((await recordsOf([three.id]))[0]?.state).toBe('read'));

    await reader.press(/^Read, 1/);
    await lists(reader, three.title);
    await reader.press(/^Read, 1/);
    await reader.press(/^World Models/);
    await lists(reader, one.title);
    await reader.press(/^World Models/);
    await lists(reader, three.title, two.title, one.title);
  });

  it('are searched in titles, authors, tags and notes, as what is typed goes on', async () => {
    await saved(one, two, three);
    await setTags(one.id, ['World Models'], 1200);
    await saveNote(two.id, 'Ask about Table 4', 0, '—', 1300);
    await decide([three.id], 'read', 1400);
    const { reader } = await openPopup();
    await search(reader, 'TABLE 4');
    await lists(reader, two.title);
    const marks = [...reader.page.querySelectorAll('[data-paper] mark')];
    expect(marks.map(({ textContent }) => textContent)).toEqual(['Table', '4']);
    await search(reader, 'world mod');
    await lists(reader, one.title);
    await search(reader, 'author:borel is:read');
    await lists(reader, three.title);
    await search(reader, 'no such paper');
    await lists(reader);
    expect(reader.words()).toContain('No match');
    await search(reader, '');
    await lists(reader, three.title, two.title, one.title);
  });

  it('are searched with a word on what was not understood, and on what may have been meant', async () => {
    await saved(one, two);
    const { reader } = await openPopup();
    await search(reader, 'colour:red sparse');
    await lists(reader, one.title);
    await reader.sees('Search has no “colour:”');
    await search(reader, 'sparze');
    await lists(reader);
    await reader.sees('Did you mean');
    await reader.press('sparse');
    await lists(reader, one.title);
    await search(reader, 'is:read');
    await lists(reader);
    await search(reader, two.id);
    await lists(reader, two.title);
  });

  it('give one back with its tags and note when it was removed', async () => {
    await saved(one);
    const { reader } = await openPopup();
    await reader.press('Sparse attention');
    await reader.fill('Add a tag', 'agents', row(one));
    await reader.keys('{Enter}');
    await reader.fill('Note', 'Keep this', row(one));
    await waitFor(async () => expect(await noteOf(one.id)).toBe('Keep this'));
    await reader.press('Move to the bin “Sparse attention”');
    await lists(reader);
    await reader.press('Undo');
    await lists(reader, one.title);
    await waitFor(() =>
      expect(reader.in().getByLabelText<HTMLTextAreaElement>('Note').value).toBe('Keep this'),
    );
    expect(tagsOf(reader, one.id)).toEqual(['agents']);
  });

  it('have tags in any script, suggested anywhere in the word, removed by Backspace', async () => {
    await saved(one, two);
    const { reader } = await openPopup();
    await reader.press('Sparse attention');
    await reader.fill('Add a tag', 'offline RL', row(one));
    await reader.keys('{Enter}強化学習{Enter}');
    await waitFor(() => expect(tagsOf(reader, one.id)).toEqual(['offline RL', '強化学習']));
    await reader.press('Dense retrieval');
    await reader.fill('Add a tag', 'line', row(two));
    await reader.sees('offline RL', '[role="listbox"]');
    await reader.keys('{Enter}مراجعة,');
    await waitFor(() => expect(tagsOf(reader, two.id)).toEqual(['offline RL', 'مراجعة']));
    await reader.keys('{Backspace}');
    await waitFor(async () => expect((await recordsOf([two.id]))[0]?.tags).toEqual(['offline RL']));
  });
});

describe('a note', () => {
  it('edited in two windows keeps both texts and says so', async () => {
    await saved(one);
    const windows = [(await openPopup()).reader, (await openPopup()).reader];
    for (const reader of windows) await reader.press('Sparse attention');
    const fields = await Promise.all(
      windows.map((reader) => reader.in().findByLabelText<HTMLTextAreaElement>('Note')),
    );
    for (const [at, field] of fields.entries()) {
      field.value = `from ${at}`;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    await waitFor(async () => {
      const kept = (await noteOf(one.id)) ?? '';
      expect(kept).toContain('from 0');
      expect(kept).toContain('from 1');
      expect(windows.some((reader) => reader.words().includes('another window'))).toBe(true);
    });
  });
});

describe('beside the saved papers', () => {
  it('a pinned list is a chip with its count, narrows further, and goes on in the library', async () => {
    await saved(one, two, three);
    const query = `${one.id} OR ${three.id}`;
    const list = { id: 'two', name: 'My two', icon: 'list', order: 'best', isPinned: true };
    await saveSmartList({ ...list, query }, 1500);
    const { reader } = await openPopup();
    await reader.press(/^My two, 2/);
    await waitFor(() => expect(titles(reader).sort()).toEqual([one.title, three.title].sort()));
    await search(reader, 'video');
    await lists(reader, three.title);
    const link = reader.in('header').getByRole<HTMLAnchorElement>('link', { name: /^Library/ });
    expect(link.href).toBe(libraryAddress({ q: `${query} video` }));
    expect(link.target).toBe('_blank');
  });

  it('a paper that came back from a snooze says so, and how many did is told once', async () => {
    await saved(one);
    const now = Date.now();
    await snooze([one.id], now - 1, now - 2);
    await wakeSnoozed(now);
    await addNotice('woken', 3, now);
    const { reader } = await openPopup();
    await reader.sees('Back from snooze');
    await reader.sees('3 snoozed papers are back.');
    const again = (await openPopup()).reader;
    await lists(again, one.title);
    expect(again.words()).not.toContain('3 snoozed papers');
  });
});
