// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { text } from '../../lib/text';
import { isoDay } from '../../papers/record';
import { readContents } from '../../store/backup/contents';
import { saveRule } from '../../store/rules/rules';
import { decide } from '../../store/words/decide';
import { saveNote } from '../../store/words/notes';
import { exportJson } from '../support/backup-version-2';
import { choose, keepsItsKeys, press, shown } from '../support/focus';
import { useLibraryPage } from '../support/library-page';
import { openDeck, openLibrary, openOptions, openPopup } from '../support/pages';
import { paper, sightOn } from '../support/store';
import { setTags } from '../support/tags';

useLibraryPage();

const ids = ['arxiv:1', 'arxiv:2', 'arxiv:3', 'arxiv:4', 'arxiv:5'];
const rule = { id: 'rule', effect: 'follow', subject: 'organization', value: 'ByteDance' } as const;

beforeEach(async () => {
  const papers = ids.map((id) => paper(id, { organization: 'ByteDance', abstract: 'Needles' }));
  await sightOn(isoDay(Date.now()), 1000, ...papers);
  await decide(['arxiv:1', 'arxiv:2'], 'unread', 1100);
  await decide(['arxiv:3'], 'deleted', 1200);
  await setTags('arxiv:1', ['rl'], 1300);
  await saveNote('arxiv:1', 'A note', 0, '—', 1400);
  await saveRule(rule, 1500);
});
/** With the focus on a row, as it is while a reader goes through the list. */
async function onRow(): Promise<void> {
  (await shown('[data-list] [data-action="open"]')).focus();
}

const button = (words: string, within = '') => shown(`${within} button`, words);

describe('what is open in the library has the keys', () => {
  it.each<[string, string, () => Promise<unknown>, string]>([
    ['a new list', '?q=needle', async () => choose(await button(text('smartKeep'))), '.list-form'],
    ['how to search', '', async () => choose(await shown('.search .plain')), '.search-help'],
    ['the lists', '', async () => choose(await shown('.to-lists')), '.side'],
    ['the keys, by their key', '', () => onRow().then(() => press('?')), '.key-map'],
    ['the keys', '', async () => choose(await shown('.key-hints button')), '.key-map'],
    [
      'whether to empty the bin',
      '?q=is:deleted',
      async () => choose(await button(text('binEmpty'))),
      '.hints > .buttons + .buttons',
    ],
    [
      'when to show it again',
      '?paper=arxiv:1',
      async () => choose(await shown('[data-action="snooze"]')),
      '.snooze',
    ],
    [
      'the menu of rules',
      '?paper=arxiv:1',
      async () => choose(await shown('.pane .rule-menu summary')),
      '.rule-menu',
    ],
    [
      'the other name of a tag',
      '?view=tags',
      async () => choose(await button(text('tagRename'))),
      '.tag-editing',
    ],
    [
      'a new rule',
      '?view=rules',
      async () => choose(await shown('[data-action="new"]')),
      '.rule-form',
    ],
    ['a rule', '?view=rules', async () => choose(await button(text('ruleEdit'))), '.rule-form'],
  ])('%s', async (_, address, open, selector) => {
    await openLibrary(address);
    await keepsItsKeys(open, selector);
  });

  it('the tags of the selected papers, by a click and by the key', async () => {
    await openLibrary('');
    await onRow();
    await press('a', { ctrlKey: true });
    await keepsItsKeys(async () => choose(await shown('[data-bulk="tag"]')), '.bulk-tags');
    await onRow();
    await keepsItsKeys(() => press('t'), '.bulk-tags');
  });

  it('the note and the tags of the paper beside the list', async () => {
    await openLibrary('?paper=arxiv:1');
    await onRow();
    await keepsItsKeys(() => press('t'), '.pane .tag-editor');
    await onRow();
    await keepsItsKeys(() => press('n'), '.pane .note');
  });
});

describe('what is open in the deck has the keys', () => {
  it.each<[string, () => Promise<unknown>, string]>([
    ['the days', async () => choose(await shown('[data-action="choose"]')), '.chooser'],
    ['the keys', () => press('?'), '.key-map'],
    ['the tags', () => press('t'), '.tag-field'],
    [
      'the tags, by the button',
      async () => choose(await shown('[data-action="tag"]')),
      '.tag-field',
    ],
    ['the menu of rules, by its key', () => press('f'), '.rule-menu'],
    ['the menu of rules', async () => choose(await shown('.rule-menu summary')), '.rule-menu'],
  ])('%s', async (_, open, selector) => {
    await openDeck();
    await shown('.paper-card');
    await keepsItsKeys(open, selector);
  });
});

it('the menu of rules in the popup has the keys', async () => {
  await openPopup();
  await choose(await shown('[data-paper="arxiv:2"] [data-action="open"]'));
  await keepsItsKeys(async () => choose(await shown('.rule-menu summary')), '.rule-menu');
});

it('whether to restore a file has the keys', async () => {
  const { service } = await openOptions();
  const words = exportJson(await readContents(), '1', '2026-04-01T00:00Z');
  const file = new Blob([words]);
  const chooser = await shown('input[type="file"]');
  chooser.focus();
  await keepsItsKeys(() => act(() => service.restoring.read(file)), '.asked:not(form *)');
  expect(service.restoring.waiting.value).toBeUndefined();
});
