import type { JSX } from 'preact';
import { text } from '../../../lib/text';
import { CodeField } from './code';
import { LossList } from './losses';
import type { RunningSync, Stopped } from './running-sync';

interface Props {
  readonly running: RunningSync;
}

/** What would go, who said so when, and what the reader can say to that. */
function Losing({ running, stopped }: Props & { readonly stopped: Stopped }): JSX.Element {
  const isBusy = running.sync.busy.value !== '';
  return (
    <div class="sync-question">
      <LossList {...stopped} />
      <div class="backup-choices">
        <button
          type="button"
          class="button main"
          disabled={isBusy}
          onClick={() => void running.answer(stopped.plan, 'keep')}
        >
          {text('syncKeep')}
        </button>
        <button
          type="button"
          class="button"
          disabled={isBusy}
          onClick={() => void running.answer(stopped.plan, 'apply')}
        >
          {text('syncApply')}
        </button>
        <button type="button" class="button" onClick={() => running.later()}>
          {text('syncLater')}
        </button>
      </div>
    </div>
  );
}

/** What only the reader can answer. */
export function Question({ running }: Props): JSX.Element | null {
  const code = running.sync.state.value.problem?.code ?? '';
  const isBusy = running.sync.busy.value !== '';
  const stopped = running.stopped.value;
  if (stopped) return <Losing running={running} stopped={stopped} />;
  if (code === 'needsCode')
    return (
      <CodeField
        label={text('syncCodeAsk')}
        action={text('syncStart')}
        isBusy={isBusy}
        onCode={(typed) => void running.give(typed)}
      />
    );
  const offered = offers[code];
  if (!offered) return null;
  return (
    <div class="backup-choices">
      <button
        type="button"
        class="button main"
        disabled={isBusy}
        onClick={() => void offered.run(running)}
      >
        {text(offered.name)}
      </button>
    </div>
  );
}

const allowing = {
  name: 'syncAllow',
  run: (running: RunningSync) => running.allowAgain(),
} as const;

/** The one thing that helps against what is wrong, where there is one. */
const offers: Readonly<
  Record<
    string,
    {
      readonly name: 'syncAllow' | 'syncPublishAgain' | 'syncLookAtLosses';
      run(running: RunningSync): Promise<void>;
    }
  >
> = {
  ...{ noPermission: allowing, folderNotAllowed: allowing, noPage: allowing },
  emptied: { name: 'syncPublishAgain', run: (running) => running.publishAgain() },
  stopped: { name: 'syncLookAtLosses', run: (running) => running.try() },
};
