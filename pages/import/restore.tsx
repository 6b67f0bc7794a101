import type { JSX } from 'preact';
import { RestoreAsk } from '../../components/restore/restore-ask';
import { RestoreRunning } from '../../components/restore/restore-running';
import { text } from '../../lib/text';
import { fileName } from '../../wording/imports';
import type { ImportService } from './service';

/** What restoring a backup that was given would do, and its way from there. */
export function Restore({ service }: { readonly service: ImportService }): JSX.Element | null {
  const { restoring, state } = service;
  const { waiting, progress, undoable } = restoring;
  const [first, ...others] = state.gathered.value?.backups ?? [];
  if (!first) return null;
  return (
    <section class="restore" aria-label={fileName(first.file)}>
      {waiting.value && (
        <>
          <p>{text('importBackupAsk', fileName(first.file))}</p>
          <RestoreAsk
            proposal={waiting.value}
            onRestore={(bringsBack) => void restoring.merge(Date.now(), bringsBack)}
            onCancel={() => service.forget()}
          />
        </>
      )}
      {progress.value && (
        <RestoreRunning progress={progress.value} onStop={() => restoring.stop()} />
      )}
      {undoable.value && (
        <button type="button" class="button" onClick={() => void restoring.undo(Date.now())}>
          {text('undo')}
        </button>
      )}
      {others.map(({ file }) => (
        <p key={file} class="quiet">
          {text('importBackupMore', fileName(file))}
        </p>
      ))}
    </section>
  );
}
