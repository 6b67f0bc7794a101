import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLayer } from '../../../components/ui/use-layer';
import { text } from '../../../lib/text';
import { cite } from '../../shared/export/citing';
import type { LibraryContext } from '../library-context';
import { fixedListOf } from '../sidebar/fixed-lists';
import { SmartListForm } from '../sidebar/smart-list-form';
import { currentList, forgetList, keepList } from '../sidebar/smart-lists';
import { giveRecentTag } from '../tags/number-keys';
import { sendPapersToZotero } from '../zotero/command';
import { BulkBar } from './bulk-bar';
import { exportPapers } from './export-papers';
import { openExport } from './open-export';
import { putOff } from './put-off';

interface Props {
  readonly context: LibraryContext;
}

/** What can be done with the selected papers. */
export function Bulk({ context }: Props): JSX.Element | null {
  const { service, commands, selection, isSelecting, isTagging, isSnoozing } = context;
  const { selected, listing, tags, recentTags, address } = service.state;
  const ids = [...selected.value];
  const isEmpty = ids.length === 0;
  useEffect(() => {
    if (!isEmpty) return;
    isTagging.value = false;
    isSnoozing.value = false;
  }, [isEmpty, isTagging, isSnoozing]);
  if (isEmpty) return null;
  const none = () => {
    selection.clear();
    isSelecting.value = false;
  };
  return (
    <BulkBar
      selected={ids.length}
      found={listing.value?.total ?? 0}
      knownTags={tags.value}
      isBin={address.value.query.trim() === 'is:deleted'}
      isUndecided={fixedListOf(address.value.query)?.isUndecided === true}
      isTagging={isTagging.value}
      onTagging={(isOpen) => {
        isTagging.value = isOpen;
        if (isOpen) isSnoozing.value = false;
      }}
      isSnoozing={isSnoozing.value}
      onSnoozing={(isOpen) => {
        isTagging.value = false;
        if (isOpen) void putOff(context);
        else isSnoozing.value = false;
      }}
      onAll={() => void service.searching.then(() => selection.all())}
      onNone={none}
      onStatus={(to) => void commands.change(ids, { kind: 'state', to }).then(none)}
      onTag={(names, isRemoved) =>
        void commands.change(ids, {
          kind: 'tag',
          add: isRemoved ? [] : names,
          remove: isRemoved ? names : [],
        })
      }
      recentTags={recentTags.value}
      onRecentTag={(place) => void giveRecentTag(context, ids, place)}
      onStar={() => void commands.change(ids, { kind: 'star', on: true })}
      onQueue={() => void commands.change(ids, { kind: 'queue', on: true })}
      onSnooze={(until) => void commands.change(ids, { kind: 'snooze', until }).then(none)}
      onDismiss={() => void commands.change(ids, { kind: 'state', to: 'dismissed' }).then(none)}
      onDelete={() => void commands.change(ids, { kind: 'state', to: 'deleted' }).then(none)}
      onRestore={() => void commands.change(ids, { kind: 'restore' }).then(none)}
      onExport={(as) => {
        if (as === 'more') void openExport(context);
        else if (as === 'citations') void cite(service, ids);
        else void exportPapers(service, ids, as);
      }}
      onZotero={() => void sendPapersToZotero(service, ids)}
    />
  );
}

function EmptyBin({ context, onClose }: Props & { readonly onClose: () => void }): JSX.Element {
  const ref = useRef<HTMLDivElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  useLayer(ref, onClose, cancel);
  return (
    <div ref={ref} class="buttons">
      <p>{text('binEmptyAsk')}</p>
      <button
        type="button"
        class="button main"
        onClick={() => {
          onClose();
          void context.commands.emptyBin();
        }}
      >
        {text('binEmptyConfirm')}
      </button>
      <button ref={cancel} type="button" class="button" data-action="cancel" onClick={onClose}>
        {text('cancel')}
      </button>
    </div>
  );
}

/** The head of the bin: what it is, and how to empty it. */
export function Bin({ context }: Props): JSX.Element {
  const isAsking = useSignal(false);
  return (
    <div class="hints">
      <p>{text('binHint')}</p>
      <div class="buttons">
        <button
          type="button"
          class="button"
          data-action="empty-bin"
          aria-expanded={isAsking.value}
          onClick={() => {
            isAsking.value = !isAsking.value;
          }}
        >
          {text('binEmpty')}
        </button>
      </div>
      {isAsking.value && (
        <EmptyBin
          context={context}
          onClose={() => {
            isAsking.value = false;
          }}
        />
      )}
    </div>
  );
}

/** The form that keeps the search on show as a list. */
export function Naming({ context }: Props): JSX.Element {
  const { service, isNaming } = context;
  const list = currentList(service);
  const close = () => {
    isNaming.value = false;
  };
  return (
    <SmartListForm
      key={list?.id}
      list={list}
      isOnBadge={list !== undefined && service.state.badge.value === `list:${list.id}`}
      onSave={(words, isOnBadge) => void keepList(service, words, isOnBadge).then(close)}
      onDelete={() => list && void forgetList(service, list).then(close)}
      onClose={close}
    />
  );
}
