import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { counted, listed, text } from '../../lib/text';
import { Choices } from '../ui/choices';
import { useLayer } from '../ui/use-layer';

/** What restoring a file would do, and what of the file is damaged. */
export interface RestoreProposal {
  readonly state: 'whole' | 'cut' | 'changed';
  readonly plan: {
    readonly papers: Readonly<
      Record<'new' | 'changed' | 'conflicting' | 'deleted' | 'unchanged', number>
    >;
    readonly adds: Readonly<Record<'decision' | 'tags' | 'note' | 'facts', number>>;
    readonly buried: number;
    readonly past: number;
  };
  readonly damaged: readonly {
    readonly place: string;
    readonly name: string;
    readonly reason: string;
  }[];
}

interface Props {
  readonly proposal: RestoreProposal;
  readonly onRestore: (bringsBack: boolean) => void;
  readonly onCancel: () => void;
}

/** How many damaged entries are named; a file with more of them is hardly a backup. */
const named = 50;

const addNames = {
  decision: 'restoreAddsDecision',
  tags: 'restoreAddsTags',
  note: 'restoreAddsNote',
  facts: 'restoreAddsFacts',
} as const satisfies Record<keyof RestoreProposal['plan']['adds'], string>;

function planned({ papers, adds, buried, past }: RestoreProposal['plan']): string[] {
  const added = (Object.keys(addNames) as (keyof typeof addNames)[])
    .filter((name) => adds[name])
    .map((name) => counted(addNames[name], adds[name]));
  return [
    papers.new && counted('restoreNew', papers.new),
    papers.changed && counted('restoreChanged', papers.changed, listed(added)),
    papers.conflicting && counted('restoreConflicting', papers.conflicting),
    papers.deleted && counted('restoreDeleted', papers.deleted),
    buried && counted('restoreBuried', buried),
    past && counted('restorePast', past),
    papers.unchanged && counted('restoreUnchanged', papers.unchanged),
  ].filter((line) => line !== 0);
}

function Damage({ damaged }: Pick<RestoreProposal, 'damaged'>): JSX.Element | null {
  if (!damaged.length) return null;
  return (
    <details>
      <summary>{counted('restoreDamagedEntries', damaged.length)}</summary>
      <ul>
        {damaged.slice(0, named).map(({ place, name, reason }) => (
          <li key={place}>{text('restoreDamagedEntry', name || place, place, reason)}</li>
        ))}
      </ul>
    </details>
  );
}

/** Says what restoring a file would do, and asks for the reader's word. */
export function RestoreAsk({ proposal, onRestore, onCancel }: Props): JSX.Element {
  const ref = useRef<HTMLDivElement>(null);
  const [deleted, setDeleted] = useState<'leave' | 'back'>('leave');
  useLayer(ref, onCancel);
  const { plan, damaged } = proposal;
  const count = Object.values(plan.papers).reduce((sum, one) => sum + one, 0);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, and this is told with the focus on its button
    <div ref={ref} class="asked" role="group" aria-labelledby="asked" aria-describedby="planned">
      <p id="asked">{counted('restoreAsk', count)}</p>
      {proposal.state !== 'whole' && (
        <p>{text(proposal.state === 'cut' ? 'restoreCut' : 'restoreAltered')}</p>
      )}
      <ul id="planned">
        {planned(plan).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {plan.papers.deleted > 0 && (
        <Choices<'leave' | 'back'>
          name="deleted-since"
          legend="restoreDeletedAsk"
          value={deleted}
          choices={[
            { value: 'leave', label: text('restoreDeletedLeave') },
            { value: 'back', label: text('restoreDeletedBack') },
          ]}
          onChoose={setDeleted}
        />
      )}
      <Damage damaged={damaged} />
      <button type="button" class="button main" onClick={() => onRestore(deleted === 'back')}>
        {text('restoreConfirm')}
      </button>
      <button type="button" class="button" onClick={onCancel}>
        {text('cancel')}
      </button>
    </div>
  );
}
