import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { counted, dateAndTime, text } from '../../../lib/text';
import { hasOwnDetail, syncSentence } from '../../../wording/sync';
import { Toggle } from '../toggle';
import { Code, CodeField } from './code';
import { Devices } from './devices';
import { Dry } from './dry';
import { LossList } from './losses';
import type { Opened, RunningSync } from './running-sync';

interface Props {
  readonly running: RunningSync;
}

/** The one line that is always true: when it last went well, what waits, and what comes next. */
function Standing({ running: { sync } }: Props): JSX.Element {
  const { succeededAt, problem } = sync.state.value;
  const { waiting = 0 } = sync.around.value ?? {};
  const next = sync.nextAt.value;
  return (
    <div role="status" class="sync-standing">
      {problem && (
        <p class="said">
          {syncSentence(problem.code, problem.detail)}
          {hasOwnDetail(problem.code, problem.detail) && (
            <span class="quiet detail">{problem.detail}</span>
          )}
        </p>
      )}
      <p>
        {[
          succeededAt === undefined
            ? text('syncOnNever')
            : text('syncOn', dateAndTime(succeededAt)),
          waiting > 0 ? counted('syncWaits', waiting) : text('syncWaitsNothing'),
          ...(next === undefined ? [] : [text('syncNext', dateAndTime(next))]),
        ].join(' ')}
      </p>
    </div>
  );
}

/** What only the reader can answer. */
function Question({ running }: Props): JSX.Element | null {
  const code = running.sync.state.value.problem?.code;
  const isBusy = running.sync.busy.value !== '';
  const stopped = running.stopped.value;
  if (stopped)
    return (
      <div class="asked">
        <LossList {...stopped} />
        <button
          type="button"
          class="button"
          disabled={isBusy}
          onClick={() => void running.answer(stopped.plan, 'apply')}
        >
          {text('syncApply')}
        </button>
        <button
          type="button"
          class="button main"
          disabled={isBusy}
          onClick={() => void running.answer(stopped.plan, 'keep')}
        >
          {text('syncKeep')}
        </button>
      </div>
    );
  if (code === 'needsCode')
    return (
      <CodeField
        label={text('syncCodeAsk')}
        action={text('syncStart')}
        isBusy={isBusy}
        onCode={(typed) => void running.give(typed)}
      />
    );
  if (code === 'emptied')
    return (
      <div class="asked">
        <button
          type="button"
          class="button main"
          disabled={isBusy}
          onClick={() => void running.publishAgain()}
        >
          {text('syncPublishAgain')}
        </button>
      </div>
    );
  return null;
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
        label={text('syncOldCode')}
        action={text('syncMakeCode')}
        isBusy={running.sync.busy.value !== ''}
        onCode={(typed) => void running.change(typed, isKeyNew.value)}
      />
    </div>
  );
}

function Leave({ running }: Props): JSX.Element {
  return (
    <div class="asked">
      <p class="quiet">{text('syncLeaveHint')}</p>
      <button type="button" class="button" onClick={() => void running.leave(false)}>
        {text('syncLeaveKeep')}
      </button>
      <button type="button" class="button" onClick={() => void running.leave(true)}>
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
    <>
      <Standing running={running} />
      <Question running={running} />
      <div class="backup-choices">
        <button type="button" class="button" disabled={isBusy} onClick={() => void running.now()}>
          {text('syncNow')}
        </button>
        <button type="button" class="button" disabled={isBusy} onClick={() => void running.try()}>
          {text('syncDry')}
        </button>
      </div>
      {running.dry.value && <Dry done={running.dry.value} />}
      <Devices running={running} />
      <div class="line">
        <Toggle
          value="sync-abstracts"
          label={text('syncAbstracts')}
          isOn={sync.state.value.isWithoutAbstracts}
          onChange={(isOn) => void running.keepAbstracts(isOn)}
        />
      </div>
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
    </>
  );
}
