import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Statistics as StatisticsView } from '../../components/statistics/statistics';
import { counted, dateAndTime, text } from '../../lib/text';
import { printTerm } from '../../papers/query/print';
import type { Tag } from '../../store/database/schema';
import { actionSentence } from '../../wording/actions';
import { writeAddress } from './address';
import type { Duplicates as DuplicatesView } from './duplicates/duplicates';
import type { LibraryContext } from './library-context';
import { ActionsView } from './notices';
import type { Rules as RulesView } from './rules/rules';
import { TagsView } from './tags/tags-view';

interface Props {
  readonly context: LibraryContext;
}

function Tags({ context }: Props): JSX.Element {
  const { service, commands } = context;
  const queryOf = ({ name }: Tag) => printTerm({ kind: 'tag', text: name, not: false });
  return (
    <TagsView
      tags={service.state.tags.value}
      addressOf={(tag) => writeAddress({ view: 'list', query: queryOf(tag), order: 'best' })}
      onShow={(tag) => void service.list(queryOf(tag))}
      onRename={(tag, name, withNested) => void commands.renameTag(tag, name, withNested)}
      onMerge={(tags, into) => void commands.mergeTags(tags, into)}
      onRecolour={(tag, hue) => void commands.recolourTag(tag, hue)}
      onDelete={(tag) => void commands.deleteTag(tag)}
    />
  );
}

function Actions({ context }: Props): JSX.Element {
  const { service, commands } = context;
  const now = Date.now();
  return (
    <ActionsView
      actions={service.state.actions.value.map((action) => ({
        id: action.id,
        said: actionSentence(action, now),
        when: dateAndTime(action.at),
        cutOff: action.stage === 'done' ? undefined : counted('saidCutOff', action.total),
      }))}
      onUndo={(id) => void commands.undo(id)}
    />
  );
}

/** The pictures and what they need are loaded when they are first looked at. */
function Statistics({ context }: Props): JSX.Element | null {
  const { service } = context;
  const { counts, tags, figures } = service.state;
  const view = useSignal<typeof StatisticsView | undefined>(undefined);
  useEffect(() => {
    void service.guard('read', async () => {
      const [module] = await Promise.all([
        import('../../components/statistics/statistics'),
        service.readFigures(),
      ]);
      view.value = module.Statistics;
    });
  }, [service, view]);
  if (!view.value || !figures.value || !counts.value) return null;
  return (
    <view.value months={figures.value} counts={counts.value} tags={tags.value} now={Date.now()} />
  );
}

/** Loaded when it is first looked at. */
function Rules({ context }: Props): JSX.Element | null {
  const view = useSignal<typeof RulesView | undefined>(undefined);
  useEffect(() => {
    void context.service.guard('read', async () => {
      view.value = (await import('./rules/rules')).Rules;
    });
  }, [context, view]);
  return view.value ? <view.value context={context} /> : null;
}

/** Loaded when it is first looked at. */
function Duplicates({ context }: Props): JSX.Element | null {
  const view = useSignal<typeof DuplicatesView | undefined>(undefined);
  useEffect(() => {
    void context.service.guard('read', async () => {
      view.value = (await import('./duplicates/duplicates')).Duplicates;
    });
  }, [context, view]);
  return view.value ? <view.value context={context} /> : null;
}

/** A view that is not a list of papers. */
export function OtherView({ context }: Props): JSX.Element {
  const { view } = context.service.state.address.value;
  const { areListsOpen } = context;
  return (
    <div class="other">
      <button
        type="button"
        class="link to-lists"
        onClick={() => {
          areListsOpen.value = !areListsOpen.value;
        }}
      >
        {text('openLists')}
      </button>
      {view === 'rules' && <Rules context={context} />}
      {view === 'duplicates' && <Duplicates context={context} />}
      {view === 'tags' && <Tags context={context} />}
      {view === 'statistics' && <Statistics context={context} />}
      {view === 'actions' && <Actions context={context} />}
    </div>
  );
}
