/** Where keys act: a digest's page, the popup, the library (the side panel is one), the deck. */
export type View = 'page' | 'popup' | 'library' | 'deck';

/** Something that a key does. */
export interface Command {
  /** As `namesOf` names it; the keys of a sequence are separated by blanks. */
  readonly key: string;
  readonly views: readonly View[];
  /** Other keys in some views, which stay when the reader takes another key. */
  readonly also?: Partial<Record<View, readonly string[]>>;
  /** Whether a key that is held runs it again and again: each time it means another paper. */
  readonly repeats?: true;
  /** Whether its key stays: it is one of a sequence, has no sign of its own, or is the browser's habit. */
  readonly isFixed?: true;
}

const everywhere = ['page', 'popup', 'library', 'deck'] as const;
const lists = ['page', 'popup', 'library'] as const;
const library = ['library'] as const;
const undoKeys = ['Mod+z'] as const;
/** Beside the first one. */
const tagKeys = ['2', '3', '4', '5'] as const;

/**
 * What keys do on a digest's page, and elsewhere too. A letter or sign means one command, whatever the view; see
 * docs/decisions/0024-one-keymap.md. Apart from the others, since the page bar carries these alone.
 */
export const pageCommands = {
  next: { key: 'j', views: lists, also: { library: ['ArrowDown'] }, repeats: true },
  previous: { key: 'k', views: lists, also: { library: ['ArrowUp'] }, repeats: true },
  nextAll: { key: 'J', views: ['page'], repeats: true },
  previousAll: { key: 'K', views: ['page'], repeats: true },
  read: { key: 'Enter', views: lists, isFixed: true },
  open: { key: 'o', views: everywhere },
  save: { key: 's', views: everywhere, also: { deck: ['ArrowRight'] } },
  dismiss: { key: 'x', views: everywhere, also: { deck: ['ArrowLeft'] } },
  tag: { key: 't', views: everywhere, also: { deck: ['ArrowUp'] } },
  note: { key: 'n', views: lists },
  undo: {
    key: 'u',
    views: everywhere,
    also: { popup: undoKeys, library: undoKeys, deck: undoKeys },
  },
  help: { key: '?', views: everywhere },
  close: { key: 'Escape', views: everywhere, isFixed: true },
} as const satisfies Record<string, Command>;

/** Every command. One without views is kept for a view to come. */
export const commands = {
  ...pageCommands,
  first: { key: 'Home', views: library, isFixed: true },
  last: { key: 'End', views: library, isFixed: true },
  pageOn: { key: ' ', views: ['deck'], isFixed: true },
  putOff: { key: 'z', views: ['library', 'deck'], also: { deck: ['ArrowDown'] } },
  recentTag: {
    key: '1',
    views: ['library', 'deck'],
    also: { library: tagKeys, deck: tagKeys },
    isFixed: true,
  },
  follow: { key: 'f', views: ['popup', 'library', 'deck'] },
  status: { key: 'r', views: ['popup', 'library'] },
  star: { key: '*', views: library },
  queue: { key: 'q', views: library },
  earlier: { key: 'Alt+ArrowUp', views: library, repeats: true, isFixed: true },
  later: { key: 'Alt+ArrowDown', views: library, repeats: true, isFixed: true },
  copy: { key: 'y', views: library },
  cite: { key: 'c', views: ['popup', 'library', 'deck'] },
  export: { key: 'e', views: ['popup', 'library', 'deck'] },
  remove: { key: '#', views: library, also: { library: ['Delete'] } },
  select: { key: 'v', views: library },
  selectRange: { key: 'V', views: library },
  selectAll: { key: 'Mod+a', views: library, isFixed: true },
  goLibrary: { key: 'g l', views: library, isFixed: true },
  goUnread: { key: 'g u', views: library, isFixed: true },
  goQueue: { key: 'g q', views: library, isFixed: true },
  goNew: { key: 'g n', views: library, isFixed: true },
  goBin: { key: 'g b', views: library, isFixed: true },
  goRules: { key: 'g r', views: library, isFixed: true },
  goTags: { key: 'g t', views: library, isFixed: true },
  goDuplicates: { key: 'g d', views: library, isFixed: true },
  goStatistics: { key: 'g s', views: library, isFixed: true },
  goActions: { key: 'g a', views: library, isFixed: true },
  search: { key: '/', views: ['popup', 'library'] },
} as const satisfies Record<string, Command>;

/** The name of a command. */
export type CommandId = keyof typeof commands;

/** The commands of a view. */
export type CommandOf<Where extends View> = {
  [Id in CommandId]: Where extends (typeof commands)[Id]['views'][number] ? Id : never;
}[CommandId];

/** A command, whichever it is. */
export function commandOf(id: CommandId): Command {
  return commands[id];
}

/** Every command. Marked as pure, so that the page bar does not carry those of other views. */
export const commandIds = /* @__PURE__ */ Object.keys(commands) as CommandId[];
