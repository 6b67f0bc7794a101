import type { JSX } from 'preact';
import type { SyncProgress } from '../../../lib/sync-state';
import { counted, dateAndTime, number, text } from '../../../lib/text';
import { hasOwnDetail, syncSentence } from '../../../wording/sync';
import type { RunningSync } from './running-sync';

interface Props {
  readonly running: RunningSync;
}

const progressOf = { papers: 'syncProgressPapers', files: 'syncProgressFiles' } as const;

/** How far titles and abstracts have come. */
function Progress({ of, done, total }: SyncProgress): JSX.Element {
  const said = text(progressOf[of], number(done), number(total));
  return (
    <div class="sync-progress">
      <progress max={Math.max(1, total)} value={done} aria-label={said} />
      <p>{said}</p>
      <p class="quiet">{text('syncProgressHint')}</p>
    </div>
  );
}

/** The one line that is always true: when it last went well, what waits, and what comes next. */
export function SyncStatus({ running: { sync } }: Props): JSX.Element {
  const { succeededAt, problem, progress } = sync.state.value;
  const { waiting = 0 } = sync.around.value ?? {};
  const next = sync.nextAt.value;
  return (
    <>
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
      {progress && <Progress {...progress} />}
    </>
  );
}
