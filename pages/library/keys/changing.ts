import { text } from '../../../lib/text';
import type { Change, Decision } from '../../../papers/change';
import { isSaved, type Status, statuses } from '../../../papers/paper';
import type { PaperRecord } from '../../../papers/record';
import { cite } from '../../shared/export/citing';
import type { Handlers } from '../../shared/keys/listen';
import type { LibraryContext } from '../library-context';
import { exportPapers } from '../list/export-papers';
import { openExport } from '../list/open-export';
import { putOff } from '../list/put-off';
import { actInPane } from '../reading/in-pane';
import type { LibraryService } from '../service';
import { giveRecentTag } from '../tags/number-keys';
import { chosenOf, firstOf } from './chosen';

type Changing =
  | 'save'
  | 'dismiss'
  | 'putOff'
  | 'tag'
  | 'note'
  | 'recentTag'
  | 'status'
  | 'star'
  | 'queue'
  | 'earlier'
  | 'later'
  | 'follow'
  | 'remove'
  | 'copy'
  | 'cite'
  | 'export';

/** What is done with the selected papers, or else with the one under the cursor. */
export function changing(context: LibraryContext): Pick<Handlers<'library'>, Changing> {
  const { service, commands } = context;
  const to = async (next: Decision) =>
    commands.change(await chosenOf(service), { kind: 'state', to: next });
  const byFirst = (next: (record: PaperRecord | undefined) => Change) => async () => {
    const ids = await chosenOf(service);
    await commands.change(ids, next(await firstOf(ids)));
  };
  const letGo = async (next: Decision) => {
    await to(next);
    if (service.state.selected.value.size === 0) await service.move(1);
  };
  const shift = async (by: number) => commands.moveInQueue(await chosenOf(service), by);
  return {
    save: () => to('saved'),
    dismiss: () => letGo('dismissed'),
    putOff: () => putOff(context),
    tag: () => tag(context),
    note: () => note(service),
    recentTag: (key) => giveRecentTag(context, chosenOf(service), Number(key) - 1),
    status: byFirst((record) => ({ kind: 'state', to: statusAfter(record) })),
    star: byFirst((record) => ({ kind: 'star', on: record?.starred !== true })),
    queue: byFirst((record) => ({ kind: 'queue', on: record?.queueAt === undefined })),
    earlier: () => shift(-1),
    later: () => shift(1),
    follow: () => actInPane(service, ({ rules }) => rules.current?.open()),
    remove: () => letGo('deleted'),
    copy: async () => exportPapers(service, await chosenOf(service), 'link'),
    cite: async () => cite(service, await chosenOf(service)),
    export: () => openExport(context),
  };
}

function statusAfter(record: PaperRecord | undefined): Status {
  const at = statuses.indexOf(record?.state as Status);
  return statuses[(at + 1) % statuses.length] ?? 'unread';
}

/** Opens the form for the tags of the selected papers, or else the field of the one under the cursor. */
async function tag({ service, isTagging }: LibraryContext): Promise<void> {
  await service.moved;
  const isMany = service.state.selected.value.size > 0;
  if (isMany) isTagging.value = true;
  else if (await isInList(service))
    await actInPane(service, (controls) => controls.tag.current?.focus());
}

/** Goes on writing the note of the paper that is meant; there is none for several. */
async function note(service: LibraryService): Promise<void> {
  const [id, ...others] = await chosenOf(service);
  if (others.length > 0) {
    service.tell(text('noteOfOne'));
    return;
  }
  if (!(await isInList(service))) return;
  if (id !== service.state.address.value.paper) await service.open(id);
  await actInPane(service, (controls) => controls.note.current?.write());
}

/** Whether the paper that is meant can have tags and a note; says so where it cannot. */
async function isInList(service: LibraryService): Promise<boolean> {
  const record = await firstOf(await chosenOf(service));
  if (record && !isSaved(record.state)) service.tell(text('keyWordsOfSaved'));
  return record !== undefined && isSaved(record.state);
}
