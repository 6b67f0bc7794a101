import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { RuleMenu } from '../../../components/rules/rule-menu';
import { TagKeys } from '../../../components/tags/tag-keys';
import { text } from '../../../lib/text';
import type { Change } from '../../../papers/change';
import type { PaperRecord } from '../../../papers/record';
import { byId, reasonOf } from '../../../wording/rules';
import { Cite } from '../../shared/export/citing';
import { FillingSlot } from '../../shared/filling/slot';
import { LazyLikelyExplanation } from '../../shared/likely/mark';
import { home, writeAddress } from '../address';
import type { LibraryContext } from '../library-context';
import { exportPapers } from '../list/export-papers';
import { openExport } from '../list/open-export';
import { giveRecentTag } from '../tags/number-keys';
import { sendPapersToZotero } from '../zotero/command';
import { paneControls } from './in-pane';
import { PaperActions, type PaperActionsProps, PaperToggles } from './paper-actions';
import { ReadingPane } from './reading-pane';

function actionsOf({ service, commands }: LibraryContext, paper: PaperRecord): PaperActionsProps {
  const ids = [paper.id];
  const change = (what: Change) => void commands.change(ids, what);
  return {
    paper,
    now: Date.now(),
    onSave: () => change({ kind: 'state', to: 'unread' }),
    onStar: (on) => change({ kind: 'star', on }),
    onQueue: (on) => change({ kind: 'queue', on }),
    onSnooze: (until) => change({ kind: 'snooze', until }),
    onWake: () => change({ kind: 'state', to: 'unread' }),
    onCopy: (as) => void exportPapers(service, ids, as),
    onZotero: () => void sendPapersToZotero(service, ids),
    onLater: () => change({ kind: 'later' }),
    onTakeBack: () => change({ kind: 'state', to: 'undecided' }),
    onDismiss: () => change({ kind: 'state', to: 'dismissed' }),
    onRemove: () => change({ kind: 'state', to: 'deleted' }),
    onRestore: () => change({ kind: 'restore' }),
  };
}

/** The paper under the cursor, or what to do to see one. */
export function Pane(props: {
  readonly context: LibraryContext;
  /** What it is drawn in. */
  readonly place: RefObject<HTMLElement | null>;
}): JSX.Element {
  const { context, place } = props;
  const { service, commands, ruleCommands } = context;
  const { opened, tags, recentTags, rules } = service.state;
  const shown = opened.value;
  const [controls] = useState(paneControls);
  useLayoutEffect(() => {
    const element = place.current;
    service.pane.value = shown && element ? { id: shown.id, element, controls } : undefined;
  }, [service, place, controls, shown?.id]);
  // Gone with the view.
  useLayoutEffect(
    () => () => {
      service.pane.value = undefined;
    },
    [service],
  );
  if (!shown) return <p class="quiet nothing">{text('paneEmpty')}</p>;
  const { id, record } = shown;
  const actions = actionsOf(context, record);
  return (
    <ReadingPane
      key={id}
      controls={controls}
      paper={record}
      details={shown.details}
      note={shown.note}
      knownTags={tags.value}
      now={Date.now()}
      onTags={(tags) => commands.change([id], { kind: 'tag', ...tags })}
      onNote={(words, base) => commands.saveNote(id, words, base)}
      onStatus={(to) => void commands.change([id], { kind: 'state', to })}
      onChange={(change) => void commands.change([id], change)}
      onVisit={() => void commands.visited(id)}
      onClose={() => void service.open(undefined)}
      tagKeys={
        <TagKeys
          tags={recentTags.value}
          given={record.tags}
          onTag={(place) => void giveRecentTag(context, [id], place)}
        />
      }
      reason={reasonOf(record, byId(rules.value))}
      filling={<FillingSlot paper={record} />}
      likely={
        <LazyLikelyExplanation
          likely={service.likely}
          paper={record}
          guard={service.guard}
          addressOf={(other) => writeAddress({ ...home, paper: other })}
          onOpen={(other) => void service.open(other, 'push')}
          onLess={() => void commands.change([id], { kind: 'state', to: 'less' })}
          onSave={(other) => commands.change([other.id], { kind: 'state', to: 'saved' })}
        />
      }
      marks={
        <>
          <PaperToggles {...actions} snooze={controls.snooze} />
          <RuleMenu
            handle={controls.rules}
            paper={record}
            details={shown.details}
            rules={rules.value}
            onMake={(draft) => void ruleCommands.make(draft)}
            onDelete={(rule) => void ruleCommands.delete(rule)}
          />
        </>
      }
      actions={
        <>
          <Cite page={service} ids={[id]} onExport={() => void openExport(context)} />
          <PaperActions {...actions} />
        </>
      }
    />
  );
}
