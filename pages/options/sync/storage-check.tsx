import type { JSX } from 'preact';
import { changeSyncState } from '../../../lib/sync-state';
import { counted, text } from '../../../lib/text';
import type { ProbeReport } from '../../../sync/remotes/probe';
import { hasOwnDetail, syncSentence } from '../../../wording/sync';
import { Abstracts } from './abstracts';
import { CodeField } from './code';
import { LossList } from './losses';
import type { SyncService } from './service';
import type { Stage, Tried } from './stage';

interface Props {
  readonly service: SyncService;
}

function Findings({ findings, isUsable }: ProbeReport): JSX.Element {
  if (!findings.length) return <p>{text('syncWorks')}</p>;
  return (
    <>
      <p>{text(isUsable ? 'syncWorksBut' : 'syncWorksNot')}</p>
      <ul>
        {findings.map(({ code, detail }) => (
          <li key={code}>
            {syncSentence(code, detail)}
            {hasOwnDetail(code, detail) && <p class="quiet detail">{detail}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Back({ service }: Props): JSX.Element {
  return (
    <button type="button" class="button" onClick={() => service.close()}>
      {text('syncCancel')}
    </button>
  );
}

/** What a storage can, and what to do with it. */
export function TriedStorage({ service, tried }: Props & { readonly tried: Tried }): JSX.Element {
  const isBusy = service.busy.value !== '';
  const { report, vault } = tried;
  if (report.isUsable && service.state.value.since !== undefined)
    return (
      <div class="sync-tried">
        <Findings {...report} />
        <div class="backup-choices">
          <button
            type="button"
            class="button main"
            disabled={isBusy}
            onClick={() => void service.use(tried)}
          >
            {text('syncUse')}
          </button>
          <Back service={service} />
        </div>
      </div>
    );
  return (
    <div class="sync-tried">
      <Findings {...report} />
      {report.isUsable && <p>{text(vault ? 'syncListThere' : 'syncNothingThere')}</p>}
      {report.isUsable && vault && (
        <CodeField
          label={text('syncCodeAsk')}
          action={text('syncLook')}
          isBusy={isBusy}
          onCode={(typed) => void service.look(tried, typed)}
        />
      )}
      {report.isUsable && (
        <Abstracts
          isWithout={service.state.value.isWithoutAbstracts}
          isResting={isBusy}
          onChange={(isWithoutAbstracts) => void changeSyncState({ isWithoutAbstracts })}
        />
      )}
      <div class="backup-choices">
        {report.isUsable && !vault && (
          <button
            type="button"
            class="button main"
            disabled={isBusy}
            onClick={() => void service.makeCode(tried)}
          >
            {text('syncBegin')}
          </button>
        )}
        <Back service={service} />
      </div>
    </div>
  );
}

type Planned = Extract<Stage, { readonly at: 'plan' }>;

/** What joining would do. */
export function JoinPlan({ service, tried, joining }: Props & Planned): JSX.Element {
  const { outcome } = joining;
  const isBusy = service.busy.value !== '';
  return (
    <div class="sync-tried">
      {outcome.kind === 'done' && <Counts done={outcome.done} />}
      {outcome.kind === 'stopped' && <LossList {...outcome} />}
      <p>{text('syncJoinSafe')}</p>
      <div class="backup-choices">
        <button
          type="button"
          class="button main"
          disabled={isBusy}
          onClick={() => void service.join(tried, joining)}
        >
          {text('syncJoin')}
        </button>
        <Back service={service} />
      </div>
    </div>
  );
}

function Counts({
  done: { there, here, both, statesApart, notesApart },
}: {
  readonly done: Extract<Planned['joining']['outcome'], { readonly kind: 'done' }>['done'];
}): JSX.Element {
  const papers = (count: number) => counted('syncJoinPapers', count);
  return (
    <ul class="plain-list">
      <li>{text('syncJoinCounts', papers(there), papers(here), papers(both))}</li>
      {statesApart > 0 && <li>{counted('syncJoinStates', statesApart)}</li>}
      {notesApart.length > 0 && <li>{counted('syncJoinNotes', notesApart.length)}</li>}
    </ul>
  );
}
