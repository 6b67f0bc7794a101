import type { JSX } from 'preact';
import { backupLimits, type Options } from '../../lib/options';
import { counted, dateAndTime, number, text } from '../../lib/text';
import type { KeptBackup } from '../../store/backup/kept/retention';

interface Props {
  /** `null` where the browser has no place for them. */
  readonly backups: readonly KeptBackup[] | null | undefined;
  readonly limit: Options['backupLimit'] | undefined;
  readonly onKeep: () => void;
  readonly onRestore: (name: string) => void;
  readonly onLimit: (limit: Options['backupLimit']) => void;
}

function megabytes(bytes: number): string {
  return text('megabytes', (bytes / 1e6).toFixed(bytes < 1e6 ? 2 : 1));
}

function List({
  backups,
  onRestore,
}: Pick<Props, 'onRestore'> & { readonly backups: readonly KeptBackup[] }): JSX.Element {
  const size = backups.reduce((sum, backup) => sum + backup.size, 0);
  return (
    <details>
      <summary>{counted('backupsKept', backups.length, megabytes(size))}</summary>
      <ul class="backups">
        {backups.map((backup) => (
          <li key={backup.name}>
            <span id={`backup-${backup.at}`}>
              {dateAndTime(backup.at)} · {megabytes(backup.size)}
            </span>
            <button
              type="button"
              class="button"
              aria-describedby={`backup-${backup.at}`}
              onClick={() => onRestore(backup.name)}
            >
              {text('backupRestore')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The backups that are kept without being asked for, and how much they may take. */
export function BackupList({
  backups,
  limit,
  onKeep,
  onRestore,
  onLimit,
}: Props): JSX.Element | null {
  if (backups === undefined) return null;
  if (backups === null) return <p>{text('backupsNoPlace')}</p>;
  return (
    <div class="step">
      <p>{text('backupsHint')}</p>
      {backups.length > 0 ? (
        <List backups={backups} onRestore={onRestore} />
      ) : (
        <p>{text('backupsNone')}</p>
      )}
      <div class="backup-choices">
        <button type="button" class="button" onClick={onKeep}>
          {text('backupNow')}
        </button>
        <label>
          {text('backupLimit')}{' '}
          <select
            value={limit}
            onChange={({ currentTarget }) =>
              onLimit(Number(currentTarget.value) as Options['backupLimit'])
            }
          >
            {backupLimits.map((one) => (
              <option key={one} value={one}>
                {text('megabytes', number(one))}
              </option>
            ))}
          </select>
        </label>
      </div>
    </div>
  );
}
