import { type Signal, signal } from '@preact/signals';
import { createRef, type RefObject } from 'preact';
import type { ExportRequest } from '../shared/export/request';
import { RowLinks } from './list/row-links';
import { Selection } from './list/selection';
import { LibraryCommands } from './paper-commands';
import { LibraryRules } from './rules/rule-commands';
import type { LibraryService } from './service';

/** What the parts of the page share: who acts, and what is open on this page alone. */
export interface LibraryContext {
  readonly service: LibraryService;
  readonly commands: LibraryCommands;
  readonly ruleCommands: LibraryRules;
  readonly selection: Selection;
  readonly rowLinks: RowLinks;
  /** The search box, with what it offers; there while the list is shown. */
  readonly searchBox: RefObject<HTMLElement | null>;
  readonly isSelecting: Signal<boolean>;
  /** Where the window has no room for the lists, whether they are drawn over it. */
  readonly areListsOpen: Signal<boolean>;
  readonly areKeysShown: Signal<boolean>;
  /** Whether the form for a smart list is open. */
  readonly isNaming: Signal<boolean>;
  /** Whether the form for the tags of the selected papers is open. */
  readonly isTagging: Signal<boolean>;
  /** Whether the reader is asked until when the selected papers are put off. */
  readonly isSnoozing: Signal<boolean>;
  /** The papers that the reader may take along, while the window for that is open. */
  readonly exporting: Signal<ExportRequest | undefined>;
}

/** Makes the context of a page. */
export function libraryContext(service: LibraryService): LibraryContext {
  return {
    service,
    commands: new LibraryCommands(service),
    ruleCommands: new LibraryRules(service),
    selection: new Selection(service.state),
    rowLinks: new RowLinks(),
    searchBox: createRef(),
    isSelecting: signal(false),
    areListsOpen: signal(false),
    areKeysShown: signal(false),
    isNaming: signal(false),
    isTagging: signal(false),
    isSnoozing: signal(false),
    exporting: signal<ExportRequest | undefined>(undefined),
  };
}
