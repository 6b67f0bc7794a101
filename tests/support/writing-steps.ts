import { changeMany } from '../../store/actions/change';
import { listActions } from '../../store/actions/list';
import { undoAction, undoLast } from '../../store/actions/undo';
import type { Contents } from '../../store/backup/contents';
import { readContents } from '../../store/backup/contents';
import { restore } from '../../store/backup/restore/write';
import { confirmSame, refuseSame } from '../../store/duplicates/answer';
import { noteSaid } from '../../store/filling/queue';
import { importPapers } from '../../store/imports/write';
import { deleteSmartList, saveSmartList } from '../../store/lists/write';
import { emptyBin, purgeBin } from '../../store/records/bin';
import { refreshVerdicts } from '../../store/rules/refresh';
import { deleteRule, restoreRule, saveRule } from '../../store/rules/rules';
import { age } from '../../store/upkeep/growth';
import { addTag, decide, decideOnPage, dropTag, star } from '../../store/words/decide';
import { takeBackLess } from '../../store/words/less';
import { saveNote } from '../../store/words/notes';
import { markOpened } from '../../store/words/opened';
import { moveInQueue } from '../../store/words/queue';
import { saveAddress } from '../../store/words/save-address';
import { wakeSnoozed } from '../../store/words/snooze';
import { deleteTag, mergeTags, recolourTag, renameTag } from '../../store/words/tags';
import { Device } from './devices';
import { fileOf, papersIn } from './imports';
import { queue, snooze } from './paper-changes';
import { paper, sightOn } from './store';

const divider = '—';
const list = { id: 'l', name: 'RL', icon: 'list', query: 'rl', order: 'best', isPinned: false };
const rule = { id: 'r', effect: 'follow', subject: 'phrase', value: 'Gaussian' } as const;
export const ids = Array.from({ length: 8 }, (_, at) => `arxiv:${at}`);
const [zero = '', one = '', two = '', three = '', four = ''] = ids;
export const minute = 60_000;
export const begun = Date.UTC(2026, 2, 27, 12);

const bibtex = `@misc{a, title = {From a file}, author = {A, B}, eprint = {2503.00001}, archiveprefix = {arXiv},
  keywords = {filed}, annote = {A thought of the file.}, readstatus = {read}, ranking = {rank5}}
@misc{b, title = {A link of two words}, author = {A, B}, eprint = {2501.00001}, archiveprefix = {arXiv}, keywords = {filed},
  annote = {Another of the file.}}`;

/** What another profile has: papers that are here, others, a list, a rule, a hue, and a paper that it purged. */
export async function backup(): Promise<Contents> {
  const elsewhere = new Device('elsewhere');
  return elsewhere.on(async () => {
    const now = begun - 10 * minute;
    await sightOn('2026-03-26', now, ...[...ids, 'arxiv:90', 'arxiv:91'].map((id) => paper(id)));
    await decide([two, three, 'arxiv:90'], 'saved', now + 1);
    await addTag(two, 'backed up', now + 2);
    await saveNote('arxiv:90', 'A thought of the backup', 0, divider, now + 3);
    await saveNote(three, 'Another of the backup', 0, divider, now + 3);
    await star(['arxiv:91'], true, now + 4);
    await recolourTag('backed up', 200, now + 5);
    await saveSmartList({ ...list, id: 'backed', name: 'Backed up' }, now + 5);
    await saveRule({ ...rule, id: 'backed', value: 'Splatting' }, now + 5);
    await decide(['arxiv:7'], 'saved', now + 6);
    await decide(['arxiv:7'], 'deleted', now + 7);
    await emptyBin();
    return readContents();
  });
}

type Step = readonly [
  name: string,
  run: (now: number, contents: Contents) => Promise<unknown>,
  /** Given of one that says nothing. */
  isSilent?: true,
];

const undone: Step = ['taking that back', (now) => undoLast(now)];

/** Every way in which a word comes to stand, goes, or comes back; in an order in which each has something to do. */
export const steps: readonly Step[] = [
  ['a decision', (now) => decide(ids.slice(0, 5), 'saved', now)],
  undone,
  ['a decision again', (now) => decide(ids.slice(0, 5), 'saved', now)],
  [
    'a decision on a page',
    (now) => decideOnPage(paper('arxiv:20'), 'saved', { shows: 'paper', visitAt: now }, now),
  ],
  ['a link', () => saveAddress('https://arxiv.org/abs/2501.00001', 'A link of two words')],
  ['less like it', (now) => decide([ids[5] ?? ''], 'less', now)],
  ['taking that back', (now) => takeBackLess(ids[5] ?? '', now)],
  ['putting off', (now) => changeMany([ids[6] ?? ''], { kind: 'later' }, now)],
  ['a star', (now) => star([zero, one], true, now)],
  ['a tag', (now) => addTag(zero, 'rl', now)],
  [
    'many tags',
    (now) => changeMany(ids.slice(0, 4), { kind: 'tag', add: ['x', 'y'], remove: [] }, now),
  ],
  undone,
  [
    'many tags again',
    (now) => changeMany(ids.slice(0, 4), { kind: 'tag', add: ['x', 'y'], remove: [] }, now),
  ],
  ['taking a tag off', (now) => dropTag(one, 'y', now)],
  ['a hue', (now) => recolourTag('rl', 120, now)],
  ['renaming a tag', (now) => renameTag('rl', 'reinforcement', now)],
  undone,
  ['renaming a tag again', (now) => renameTag('rl', 'reinforcement', now)],
  ['merging tags', (now) => mergeTags(['x', 'y'], 'xy', now)],
  undone,
  ['deleting a tag', (now) => deleteTag('x', now)],
  undone,
  ['a note', (now) => saveNote(zero, 'A thought', 0, divider, now)],
  ['another note', (now) => saveNote(zero, 'A better thought', now - minute, divider, now)],
  ['no note', (now) => saveNote(zero, '', now - minute, divider, now)],
  ['a note again', (now) => saveNote(zero, 'A last thought', now - minute, divider, now)],
  ['reading next', (now) => queue([zero, one, two], now)],
  ['another order', (now) => moveInQueue(two, zero, now)],
  ['a snooze', (now) => snooze([three], now + 1, now)],
  ['waking', (now) => wakeSnoozed(now)],
  ['opening', (now) => markOpened(four, now, { startsReading: true })],
  ['a list', (now) => saveSmartList(list, now)],
  ['no list', (now) => deleteSmartList('l', now)],
  ['a rule', (now) => saveRule({ ...rule, saves: true, tags: ['followed'] }, now)],
  ['what a rule says of papers', (now) => refreshVerdicts(now), true],
  [
    'what a rule does',
    (now) => sightOn('2026-03-28', now, paper('arxiv:30', { title: 'Gaussian' })),
  ],
  [
    'taking back what a rule did',
    async (now) =>
      undoAction((await listActions()).find(({ kind }) => kind === 'ruleTagged')?.id ?? 0, now),
  ],
  ['no rule', (now) => deleteRule('r', now)],
  ['a rule that comes back', (now) => restoreRule({ ...rule, createdAt: begun }, now)],
  [
    'an import',
    async (now) => {
      const papers = await papersIn(fileOf('a.bib', bibtex));
      const options = { takesFolders: true, bringsBack: false };
      await importPapers(
        papers.map((entry) => ({ entry })),
        options,
        now,
      );
    },
  ],
  undone,
  ['a restore', (now, contents) => restore(contents, now)],
  undone,
  ['a restore again', (now, contents) => restore(contents, now)],
  [
    'a work under another id',
    (now) =>
      decideOnPage(
        paper('doi:10.1/4', { title: 'Paper arxiv:4' }),
        'saved',
        { shows: 'paper', visitAt: now },
        now,
      ),
  ],
  ['a note on that', (now) => saveNote('doi:10.1/4', 'Of the published one', 0, divider, now)],
  ['a join', (now) => sightOn('2026-03-28', now, paper(four, { aliases: ['doi:10.1/4'] }))],
  [
    'taking back the join',
    async (now) =>
      undoAction((await listActions()).find(({ kind }) => kind === 'joined')?.id ?? 0, now),
  ],
  ['an answer that two are two', (now) => refuseSame(one, 'doi:10.1/4', now)],
  undone,
  ['an answer that two are one', (now) => confirmSame(one, 'doi:10.1/4', now)],
  undone,
  [
    'what a source says',
    (now) =>
      noteSaid(
        'crossref',
        [{ id: zero, outcome: 'told', paper: { id: zero, title: 'Paper arxiv:0', venue: 'ACL' } }],
        now,
      ),
    true,
  ],
  ['the bin', (now) => decide([three, 'arxiv:90'], 'deleted', now)],
  ['an empty bin', () => emptyBin()],
  ['a restore of what was purged', (now, contents) => restore(contents, now, true)],
  undone,
  ['the bin again', (now) => decide([two], 'deleted', now)],
  ['thirty days in it', (now) => purgeBin(now + 31 * 86_400_000)],
  ['age', (now) => age(now + 365 * 86_400_000, false), true],
];
