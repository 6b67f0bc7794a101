import type { MessageKey } from '../text';
import type { CommandId, pageCommands } from './commands';

/** The headings of the help, in their order. */
export const commandGroups = {
  moving: 'keysMoving',
  changing: 'keysChanging',
  selecting: 'keysSelecting',
  going: 'keysGoing',
  anywhere: 'keysAnywhere',
} as const satisfies Record<string, MessageKey>;

type Texts<Id extends CommandId> = Readonly<
  Record<Id, readonly [group: keyof typeof commandGroups, says: MessageKey]>
>;

/** The heading that a command stands under in the help, and what it is called there: those of a digest's page. */
export const pageTexts = {
  next: ['moving', 'keyNext'],
  previous: ['moving', 'keyPrevious'],
  nextAll: ['moving', 'keyNextAll'],
  previousAll: ['moving', 'keyPreviousAll'],
  read: ['moving', 'keyRead'],
  open: ['moving', 'keyOpen'],
  save: ['changing', 'keySave'],
  dismiss: ['changing', 'keyDismiss'],
  tag: ['changing', 'keyTag'],
  note: ['changing', 'keyNote'],
  undo: ['anywhere', 'keyUndo'],
  help: ['anywhere', 'keyKeys'],
  close: ['anywhere', 'keyBack'],
} as const satisfies Texts<keyof typeof pageCommands>;

/** The same of every command. */
export const commandTexts = {
  ...pageTexts,
  first: ['moving', 'keyFirst'],
  last: ['moving', 'keyLast'],
  pageOn: ['moving', 'keyPageOn'],
  putOff: ['changing', 'keyPutOff'],
  recentTag: ['changing', 'keyRecentTag'],
  follow: ['changing', 'keyFollow'],
  status: ['changing', 'keyStatus'],
  star: ['changing', 'keyStar'],
  queue: ['changing', 'keyQueue'],
  earlier: ['changing', 'keyQueueUp'],
  later: ['changing', 'keyQueueDown'],
  copy: ['changing', 'keyCopy'],
  cite: ['changing', 'keyCite'],
  export: ['changing', 'keyExport'],
  remove: ['changing', 'keyDelete'],
  select: ['selecting', 'keySelect'],
  selectRange: ['selecting', 'keySelectRange'],
  selectAll: ['selecting', 'keySelectAll'],
  goLibrary: ['going', 'keyGoLibrary'],
  goUnread: ['going', 'keyGoUnread'],
  goQueue: ['going', 'keyGoQueue'],
  goNew: ['going', 'keyGoNew'],
  goBin: ['going', 'keyGoBin'],
  goRules: ['going', 'keyGoRules'],
  goTags: ['going', 'keyGoTags'],
  goDuplicates: ['going', 'keyGoDuplicates'],
  goStatistics: ['going', 'keyGoStatistics'],
  goActions: ['going', 'keyGoActions'],
  search: ['anywhere', 'keySearch'],
} as const satisfies Texts<CommandId>;
