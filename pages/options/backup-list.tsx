import type { JSX } from 'preact';
import type { BackupState } from '../../lib/backup-state';
import { backupLimits, type Options } from '../../lib/options';
import { counted, dateAndTime, number, text } from '../../lib/text';
import type { KeptBackup } from '../../store/backup/kept/retention';
import { Toggle } from './toggle';

interface Props {
  /** `null` where the browser has no place for them. */
  readonly backups: readonly KeptBackup[] | null | undefined;
  readonly state: BackupState;
  /** Why none goes into the downloads folder. */
  readonly saidOfDownloads: string;
  readonly limit: Options['backupLimit'] | undefined;
  readonly onKeep: () => void;
  readonly onRestore: (name: string) => void;
  readonly onLimit: (limit: Options['backupLimit']) => void;
  readonly onDownloads: (isOn: boolean) => void;
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

function Failure({ failure }: BackupState): JSX.Element | null {
  if (!failure) return null;
  const { at, isFull, reason } = failure;
  const since = dateAndTime(at);
  return (
    <p class="said">
      {isFull ? text('backupFailedFull', since) : text('backupFailed', since, reason)}
    </p>
  );
}

/** Whether one a week also goes where it outlives the browser. */
function Downloads({ state, saidOfDownloads, onDownloads }: Props): JSX.Element {
  const { downloads } = state;
  return (
    <>
      <div class="line">
        <Toggle
          value="backup-downloads"
          label={text('backupDownloads')}
          isOn={downloads !== undefined && saidOfDownloads === ''}
          onChange={onDownloads}
        />
      </div>
      <p class="quiet">
        {text('backupDownloadsHint')}{' '}
        {downloads?.at !== undefined && text('backupDownloadedAt', dateAndTime(downloads.at))}
      </p>
      <p role="status" class="said">
        {saidOfDownloads}
      </p>
    </>
  );
}

/** The backups that are kept without being asked for, and how much they may take. */
export function BackupList(props: Props): JSX.Element | null {
  const { backups, limit, onKeep, onRestore, onLimit } = props;
  if (backups === undefined) return null;
  if (backups === null) return <p>{text('backupsNoPlace')}</p>;
  return (
    <div class="step">
      <p>{text('backupsHint')}</p>
      <Failure {...props.state} />
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
      <Downloads {...props} />
    </div>
  );
}
