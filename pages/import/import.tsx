import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { libraryAddress } from '../../lib/library-address';
import { counted, text } from '../../lib/text';
import { actionSentence } from '../../wording/actions';
import { FailureOf } from '../shared/bars';
import { BringBack, Doubtful, Folders, Offered } from './choices';
import { Counts, WordsSaid } from './counts';
import { FileInput } from './file-input';
import { Damaged, Files, Refused, Skipped } from './files';
import type { Gathered } from './gathered';
import { Restore } from './restore';
import { Rows } from './rows';
import type { ImportService } from './service';

interface Props {
  readonly service: ImportService;
}

/** An import whose page died in the middle of it. */
function CutOff({ service }: Props): JSX.Element | null {
  const [action] = service.state.cutOff.value;
  if (!action || service.state.progress.value) return null;
  return (
    <div class="bar failure" role="alert">
      <p>
        {actionSentence(action, Date.now())}. {counted('saidCutOff', action.total)}{' '}
        {text('importGoOn')}
      </p>
      <button type="button" class="button" onClick={() => void service.undo(action)}>
        {text('undo')}
      </button>
      <button type="button" class="button" onClick={() => void service.leave(action)}>
        {text('cutOffKeep')}
      </button>
    </div>
  );
}

function Working({ service }: Props): JSX.Element | null {
  const working = service.state.progress.value;
  if (!working) return null;
  const { said, done, total, stop } = working;
  return (
    <div class="bar working">
      <p>{said}</p>
      <progress max={total} value={total === undefined ? undefined : done} aria-label={said} />
      <span class="count">
        {total === undefined ? counted('importEntries', done) : counted('progressOf', total, done)}
      </span>
      <button type="button" class="button" onClick={stop}>
        {text('stop')}
      </button>
    </div>
  );
}

function Done({ service }: Props): JSX.Element | null {
  const { done, progress } = service.state;
  if (!done.value || progress.value) return null;
  const { said, action } = done.value;
  return (
    <div class="done">
      <p>{said}</p>
      <p class="buttons">
        <a class="button" href={libraryAddress()}>
          {text('importToLibrary')}
        </a>
        {action && (
          <button type="button" class="button" onClick={() => void service.undo(action)}>
            {text('undo')}
          </button>
        )}
      </p>
    </div>
  );
}

/** What is done with what was found, within reach however long the page is. */
function Go({ service }: Props): JSX.Element | null {
  const { overview, progress, plan } = service.state;
  const all = overview.value;
  if (!all || !plan.value?.papers.length || progress.value) return null;
  const { changes, fates } = all;
  const coming = fates.new + fates.doubtful;
  const label = coming ? counted('importGo', coming) : counted('importGoMore', changes);
  return (
    <div class="bar go">
      {changes > 0 ? (
        <button type="button" class="button main" onClick={() => void service.bringIn(Date.now())}>
          {label}
        </button>
      ) : (
        <p>{text(all.fates.known ? 'importNothingNew' : 'importNothingLeft')}</p>
      )}
      <button type="button" class="button" onClick={() => service.forget()}>
        {text('cancel')}
      </button>
    </div>
  );
}

/** Backups alone have a preview of their own. */
function isForRestoring({ backups, files, refused }: Gathered): boolean {
  return backups.length > 0 && !files.length && !refused.length;
}

/** Whether nothing of the files was left out. */
function isWhole({ damaged, refused, skipped }: Gathered): boolean {
  return !damaged.length && !refused.length && !Object.keys(skipped).length;
}

function Preview({ service }: Props): JSX.Element | null {
  const { gathered, overview, plan, chosen } = service.state;
  const heading = useRef<HTMLHeadingElement>(null);
  const found = gathered.value;
  useEffect(() => {
    if (found && plan.value) heading.current?.focus();
  }, [found, plan.value !== undefined]);
  const isOver = plan.value === undefined && service.state.done.value !== undefined;
  if (!found || isForRestoring(found) || (isOver && isWhole(found))) return null;
  const all = overview.value;
  const entries = chosen.value.reduce((sum, { entry }) => sum + entry.places.length, 0);
  return (
    <section class="found" aria-labelledby="found">
      <h2 id="found" ref={heading} tabIndex={-1}>
        {text(isOver ? 'importLeftOut' : 'importFound')}
      </h2>
      {all && chosen.value.length > 0 && (
        <Counts overview={all} entries={entries} papers={chosen.value.length} />
      )}
      <Refused gathered={found} />
      {!isOver && <Files gathered={found} />}
      <Skipped gathered={found} />
      <Damaged gathered={found} />
      {all && chosen.value.length > 0 && <WordsSaid overview={all} now={Date.now()} />}
      {all && <Folders service={service} overview={all} />}
      <BringBack service={service} />
      <Doubtful service={service} />
      <Offered service={service} />
      <Rows service={service} />
    </section>
  );
}

/** The page that takes files of other programs. */
export function ImportView({ service }: Props): JSX.Element {
  const { failure, isBusy, said } = service.state;
  return (
    <main aria-busy={isBusy.value}>
      <h1>{text('importTitle')}</h1>
      <p class="quiet">{text('importLead')}</p>
      <CutOff service={service} />
      <FileInput service={service} />
      {!service.state.gathered.value && <p class="quiet formats">{text('importFormats')}</p>}
      <div role="status">
        {said.value && <p class="told">{said.value}</p>}
        <Done service={service} />
      </div>
      <Restore service={service} />
      <Preview service={service} />
      <div class="bars">
        <FailureOf failure={failure} onRetry={() => void service.retry()} />
        <Working service={service} />
        <Go service={service} />
      </div>
    </main>
  );
}
