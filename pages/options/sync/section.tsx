import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { text } from '../../../lib/text';
import { keepFocusIn } from '../../shared/keep-focus';
import { Code } from './code';
import { Running } from './running';
import type { RunningSync } from './running-sync';
import { JoinPlan, TriedStorage } from './storage-check';
import { StorageForm } from './storage-form';

interface Props {
  readonly running: RunningSync;
}

/** What the section shows, by how far the reader is. */
export function SyncSection({ running }: Props): JSX.Element {
  const { sync } = running;
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => (part.current ? keepFocusIn(part.current) : undefined), []);
  return (
    <div ref={part} class="sync-part" tabIndex={-1}>
      <Stage running={running} />
      <p role="status" class="said">
        {sync.busy.value || sync.said.value}
      </p>
    </div>
  );
}

function Stage({ running }: Props): JSX.Element | null {
  const { sync } = running;
  const stage = sync.stage.value;
  if (!stage) return null;
  switch (stage.at) {
    case 'closed':
      return (
        <button type="button" class="button" onClick={() => void sync.open()}>
          {text('syncSetUp')}
        </button>
      );
    case 'where':
      return <StorageForm service={sync} />;
    case 'tried':
      return <TriedStorage service={sync} tried={stage.tried} />;
    case 'code':
      return (
        <Code
          code={stage.code}
          action={text('syncStart')}
          isBusy={sync.busy.value !== ''}
          onKept={() => void sync.begin(stage.tried, stage.code)}
          onSay={(sentence) => sync.say(sentence)}
        />
      );
    case 'plan':
      return <JoinPlan service={sync} {...stage} />;
    default:
      return <Running running={running} />;
  }
}
