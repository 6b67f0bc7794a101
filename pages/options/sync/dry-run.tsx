import type { JSX } from 'preact';
import { counted, text } from '../../../lib/text';
import type { Done } from '../../../sync/round/report';
import { LossList } from './losses';

/** What a round would do now. */
export function DryRun({ done }: { readonly done: Done }): JSX.Element {
  const { changed, came, files, bytes, notesApart, statesApart, losses, from } = done;
  const here = changed + came;
  if (here + files === 0) return <p>{text('syncDryNothing')}</p>;
  return (
    <div class="sync-dry">
      <ul class="plain-list">
        {here > 0 && <li>{counted('syncDryHere', here)}</li>}
        {statesApart > 0 && <li>{counted('syncJoinStates', statesApart)}</li>}
        {notesApart.length > 0 && <li>{counted('syncJoinNotes', notesApart.length)}</li>}
        {files > 0 && (
          <li>{counted('syncDryThere', files, text('kilobytes', kilobytes(bytes)))}</li>
        )}
      </ul>
      <LossList losses={losses} from={from} />
    </div>
  );
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
