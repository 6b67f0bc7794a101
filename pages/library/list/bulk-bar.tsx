import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { TagEditor } from '../../../components/tags/tag-editor';
import { TagKeys } from '../../../components/tags/tag-keys';
import { useLayer } from '../../../components/ui/use-layer';
import type { CommandId } from '../../../lib/keymap/commands';
import { keyed } from '../../../lib/keymap/hints';
import { counted, type MessageKey, text } from '../../../lib/text';
import { type Status, statuses } from '../../../papers/paper';
import { changedTags } from '../../../papers/tags';
import type { Tag } from '../../../store/database/schema';
import { statusNames } from '../../../wording/status';
import { SnoozeForm } from '../reading/snooze-form';

/** How the selected papers are taken along. */
export type BulkExport = 'links' | 'markdown' | 'citations' | 'more';

/** What can be done with the selected papers. */
export interface BulkBarProps {
  readonly selected: number;
  readonly found: number;
  readonly knownTags: readonly Tag[];
  /** Whether they are in the bin, where other things can be done. */
  readonly isBin: boolean;
  /** Whether they are undecided, as all that is listed. */
  readonly isUndecided: boolean;
  /** Whether the form for tags is open. */
  readonly isTagging: boolean;
  readonly onTagging: (isOpen: boolean) => void;
  /** Whether the reader is asked until when they are put off. */
  readonly isSnoozing: boolean;
  readonly onSnoozing: (isOpen: boolean) => void;
  readonly onAll: () => void;
  readonly onNone: () => void;
  readonly onStatus: (to: Status) => void;
  readonly onTag: (names: readonly string[], isRemoved: boolean) => void;
  readonly recentTags: readonly string[];
  /** @param place From 0. */
  readonly onRecentTag: (place: number) => void;
  readonly onStar: () => void;
  readonly onQueue: () => void;
  /** @param until ms since the epoch. */
  readonly onSnooze: (until: number) => void;
  readonly onDismiss: () => void;
  readonly onDelete: () => void;
  readonly onRestore: () => void;
  readonly onExport: (as: BulkExport) => void;
  /** Sends them to Zotero; called within the click. */
  readonly onZotero: () => void;
}

function Tagging(props: BulkBarProps): JSX.Element {
  const [names, setNames] = useState<readonly string[]>([]);
  const ref = useRef<HTMLDivElement>(null);
  const close = () => props.onTagging(false);
  useLayer(ref, close);
  const finish = (isRemoved: boolean) => {
    props.onTag(names, isRemoved);
    close();
  };
  return (
    <div ref={ref} class="bulk-tags">
      <TagEditor
        tags={names}
        known={props.knownTags}
        onChange={async (change) => setNames((shown) => changedTags(shown, change))}
      />
      <button
        type="button"
        class="button main"
        disabled={names.length === 0}
        onClick={() => finish(false)}
      >
        {text('bulkTagAdd')}
      </button>
      <button
        type="button"
        class="button"
        disabled={names.length === 0}
        onClick={() => finish(true)}
      >
        {text('bulkTagRemove')}
      </button>
    </div>
  );
}

function Kept(props: BulkBarProps): JSX.Element {
  const actions: readonly [string, MessageKey, CommandId, () => void][] = [
    ['tag', 'bulkTag', 'tag', () => props.onTagging(!props.isTagging)],
    ['star', 'star', 'star', props.onStar],
    ['queue', 'listQueue', 'queue', props.onQueue],
    [
      'snooze',
      props.isUndecided ? 'listLater' : 'snooze',
      'putOff',
      () => props.onSnoozing(!props.isSnoozing),
    ],
    ['dismiss', 'cardDismiss', 'dismiss', props.onDismiss],
    ['delete', 'remove', 'remove', props.onDelete],
  ];
  return (
    <>
      {statuses.map((status) => (
        <button
          key={status}
          type="button"
          class="button"
          data-bulk={status}
          onClick={() => props.onStatus(status)}
        >
          {text(statusNames[status])}
        </button>
      ))}
      {actions.map(([name, label, command, onPress]) => (
        <button
          key={name}
          type="button"
          class="button"
          data-bulk={name}
          onClick={onPress}
          {...keyed(command, text(label))}
        >
          {text(label)}
        </button>
      ))}
    </>
  );
}

const exports = [
  ['links', 'takeLinks'],
  ['markdown', 'takeMarkdown'],
  ['citations', 'takeCitations'],
  ['more', 'takeMore'],
] as const satisfies readonly (readonly [BulkExport, MessageKey])[];

function Export({ onExport }: BulkBarProps): JSX.Element {
  return (
    <label>
      <span class="unseen">{text('takeName')}</span>
      <select
        value=""
        onChange={({ currentTarget }) => {
          const as = exports.find(([name]) => name === currentTarget.value);
          if (as) onExport(as[0]);
          currentTarget.value = '';
        }}
      >
        <option value="">{text('take')}</option>
        {exports.map(([name, label]) => (
          <option key={name} value={name}>
            {text(label)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Changes many papers at once. */
export function BulkBar(props: BulkBarProps): JSX.Element {
  const { selected, found, isBin, isTagging } = props;
  return (
    <section class="bulk" aria-label={text('bulkName')}>
      <div class="buttons">
        <p role="status">{counted('bulkSelected', selected)}</p>
        {selected < found && (
          <button
            type="button"
            class="link"
            onClick={props.onAll}
            {...keyed('selectAll', text('keySelectAll'))}
          >
            {counted('bulkAll', found)}
          </button>
        )}
        <button type="button" class="link" onClick={props.onNone}>
          {text('bulkNone')}
        </button>
      </div>
      <div class="buttons">
        {isBin ? (
          <button type="button" class="button" data-bulk="restore" onClick={props.onRestore}>
            {text('restore')}
          </button>
        ) : (
          <Kept {...props} />
        )}
        <Export {...props} />
        <button type="button" class="button" data-bulk="zotero" onClick={props.onZotero}>
          {text('zoteroSend')}
        </button>
      </div>
      {!isBin && !props.isUndecided && (
        <TagKeys tags={props.recentTags} onTag={props.onRecentTag} />
      )}
      {isTagging && !isBin && <Tagging {...props} />}
      {props.isSnoozing && !isBin && (
        <SnoozeForm
          now={Date.now()}
          onSnooze={props.onSnooze}
          onClose={() => props.onSnoozing(false)}
        />
      )}
    </section>
  );
}
