import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addTag, keepNote } from '../../content/bar/reading/save-own-words';
import { openPaper, recordsOf } from '../../store/records/queries';
import { decide } from '../../store/words/decide';
import { saveNote } from '../../store/words/notes';
import { type OpenBar, openBar, says, stateOf } from '../support/bar';
import { useFreshStore } from '../support/store';

useFreshStore();

let bar: OpenBar;

beforeEach(async () => {
  bar = await openBar();
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('going through the page by keys', () => {
  it('goes on to the next undecided card after a decision, and passes over what is decided', async () => {
    await decide(['arxiv:2'], 'read', 2000);
    bar.state.view.value = bar.state.view.value && {
      ...bar.state.view.value,
      states: new Map([...bar.state.view.value.states, ['arxiv:2', 'read']]),
    };
    bar.service.press('save');
    expect(bar.current).toBe('arxiv:3');
    await says(bar, 'Saved “Paper arxiv:1”');
    expect(bar.service.press('previous')).toBe(false);
    expect(bar.service.press('previousAll')).toBe(true);
    expect(bar.current).toBe('arxiv:2');
    bar.service.press('next');
    expect(bar.current).toBe('arxiv:3');
    bar.service.press('dismiss');
    await says(bar, 'Dismissed “Paper arxiv:3”');
    expect(bar.current).toBe('arxiv:3');
  });

  it('the open paper follows, and takes what the keys say', async () => {
    bar.service.press('read');
    expect(bar.state.sheet.value).toMatchObject({ kind: 'read', id: 'arxiv:1' });
    bar.service.press('next');
    expect(bar.state.sheet.value).toMatchObject({ kind: 'read', id: 'arxiv:2' });
    bar.service.press('dismiss');
    expect(bar.state.sheet.value).toMatchObject({ kind: 'read', id: 'arxiv:3' });
    await says(bar, 'Dismissed “Paper arxiv:2”');
    bar.service.press('note');
    expect(bar.state.sheet.value).toMatchObject({ id: 'arxiv:3', field: 'note' });
    expect(bar.service.press('close')).toBe(true);
    expect(bar.state.sheet.value).toBeUndefined();
  });
});

describe('the reader’s own words beside the page', () => {
  it('takes a list of tags as it is typed', async () => {
    addTag(bar.service, 'arxiv:1', '#rl、sft; #');
    await says(bar, 'Tagged 1 paper “rl, sft”');
    expect((await recordsOf(['arxiv:1']))[0]?.tags).toEqual(['rl', 'sft']);
  });

  it('are asked for when the paper is opened, with the tags in use', async () => {
    await decide(['arxiv:2'], 'unread', 2000);
    addTag(bar.service, 'arxiv:2', 'rl');
    await says(bar, 'Tagged 1 paper “rl”');
    bar.current = 'arxiv:2';
    bar.service.press('tag');
    expect(bar.state.sheet.value).toEqual({ kind: 'read', id: 'arxiv:2', field: 'tag' });
    await vi.waitFor(() =>
      expect(bar.state.sheet.value).toMatchObject({ names: ['rl'], more: { tags: ['rl'] } }),
    );
  });

  it('a note saves its paper, and one undo takes that back', async () => {
    expect(await keepNote(bar.service, 'arxiv:1', 'Ask Lin', 0)).toMatchObject({ text: 'Ask Lin' });
    expect(await stateOf('arxiv:1')).toBe('unread');
    expect((await openPaper('arxiv:1')).note?.text).toBe('Ask Lin');
    expect(bar.state.notice.value?.words).toBe('Saved “Paper arxiv:1”');
  });

  it('a note that another window changed meanwhile is kept with its text', async () => {
    const first = await keepNote(bar.service, 'arxiv:1', 'Mine', 0);
    await saveNote('arxiv:1', 'Theirs', first?.updatedAt ?? 0, '', Date.now());
    const then = await keepNote(bar.service, 'arxiv:1', 'Mine, later', first?.updatedAt ?? 0);
    expect(then?.joined).toBe(true);
    expect(then?.text).toContain('Mine, later');
    expect(then?.text).toContain('Theirs');
  });

  it('a column that was closed stays closed', async () => {
    bar.service.press('tag');
    bar.service.close();
    bar.service.press('undo');
    await says(bar, 'There is nothing to undo');
    expect(bar.state.sheet.value).toBeUndefined();
  });
});
