import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { text } from '../../../lib/text';
import { Abstracts } from './abstracts';
import { Code, CodeField } from './code';
import { Devices } from './devices';
import { DryRun } from './dry-run';
import { Question } from './question';
import type { Opened, RunningSync } from './running-sync';
import { SyncStatus } from './status';

interface Props {
  readonly running: RunningSync;
}

function NewCode({ running }: Props): JSX.Element {
  const isKeyNew = useSignal(false);
  return (
    <div class="step">
      <label class="line">
        <input
          type="checkbox"
          checked={isKeyNew.value}
          onChange={({ currentTarget }) => {
            isKeyNew.value = currentTarget.checked;
          }}
        />
        {text('syncRotate')}
      </label>
      <CodeField
        id="sync-old-code"
        label={text('syncOldCode')}
        action={text('syncMakeCode')}
        isBusy={running.sync.busy.value !== ''}
        onCode={(typed) => void running.change(typed, isKeyNew.value)}
      />
    </div>
  );
}

function Leave({ running }: Props): JSX.Element {
  const isBusy = running.sync.busy.value !== '';
  return (
    <div class="asked">
      <p class="quiet">{text('syncLeaveHint')}</p>
      <button
        type="button"
        class="button"
        disabled={isBusy}
        onClick={() => void running.leave(false)}
      >
        {text('syncLeaveKeep')}
      </button>
      <button
        type="button"
        class="button"
        disabled={isBusy}
        onClick={() => void running.leave(true)}
      >
        {text('syncLeaveDelete')}
      </button>
    </div>
  );
}

/** What can be done to a sync that is there. */
export function Running({ running }: Props): JSX.Element {
  const { sync, opened, fresh } = running;
  const isBusy = sync.busy.value !== '';
  const open = (one: Opened) => {
    opened.value = opened.value === one ? undefined : one;
  };
  if (fresh.value)
    return (
      <Code
        code={fresh.value}
        action={text('syncStart')}
        isBusy={isBusy}
        onKept={() => void running.kept()}
        onSay={(sentence) => sync.say(sentence)}
      />
    );
  return (
    <div class="sync-running">
      <SyncStatus running={running} />
      <Question running={running} />
      <div class="backup-choices">
        <button type="button" class="button" disabled={isBusy} onClick={() => void running.now()}>
          {text('syncNow')}
        </button>
        <button type="button" class="button" disabled={isBusy} onClick={() => void running.try()}>
          {text('syncDry')}
        </button>
      </div>
      {running.dry.value && <DryRun done={running.dry.value} />}
      <Devices running={running} />
      <Abstracts
        isWithout={sync.state.value.isWithoutAbstracts}
        isResting={isBusy}
        onChange={(isWithout) => void running.keepAbstracts(isWithout)}
      />
      <div class="backup-choices">
        <button type="button" class="button" onClick={() => void sync.open()}>
          {text('syncChangeWhere')}
        </button>
        <button
          type="button"
          class="button"
          aria-expanded={opened.value === 'code'}
          onClick={() => open('code')}
        >
          {text('syncChangeCode')}
        </button>
        <button
          type="button"
          class="button"
          aria-expanded={opened.value === 'leave'}
          onClick={() => open('leave')}
        >
          {text('syncLeave')}
        </button>
      </div>
      {opened.value === 'code' && <NewCode running={running} />}
      {opened.value === 'leave' && <Leave running={running} />}
    </div>
  );
}
