import type { JSX } from 'preact';
import { text } from '../../lib/text';
import type { FolderNotes } from './folder-notes';

interface Props {
  readonly notes: FolderNotes;
}

function Working({ notes }: Props): JSX.Element | null {
  const working = notes.working.value;
  if (!working) return null;
  const said = text('folderSyncing');
  return (
    <div class="asked">
      <p>{said}</p>
      <progress max={Math.max(1, working.total)} value={working.done} aria-label={said} />
      <button type="button" class="button" onClick={() => notes.stop()}>
        {text('stop')}
      </button>
    </div>
  );
}

function Chosen({ notes }: Props): JSX.Element {
  const folder = notes.folder.value;
  return (
    <div class="backup-choices">
      {folder && (
        <button type="button" class="button" onClick={() => void notes.sync(Date.now())}>
          {text('folderSync', folder.name)}
        </button>
      )}
      <button type="button" class="button" onClick={() => void notes.choose(Date.now())}>
        {text(folder ? 'folderChooseOther' : 'folderChoose')}
      </button>
      {folder && (
        <button type="button" class="link" onClick={() => void notes.forget()}>
          {text('folderForget')}
        </button>
      )}
    </div>
  );
}

/** A folder of notes, one a paper, that is brought up to date by a click. */
export function Folder({ notes }: Props): JSX.Element {
  return (
    <section aria-labelledby="folder">
      <h2 id="folder">{text('folderTitle')}</h2>
      <p class="quiet">{text('folderHint')}</p>
      {notes.canChoose ? (
        <Chosen notes={notes} />
      ) : (
        <>
          <p>{text('folderNoPlace')}</p>
          <div class="backup-choices">
            <button type="button" class="button" onClick={() => void notes.download(Date.now())}>
              {text('folderZip')}
            </button>
          </div>
        </>
      )}
      <Working notes={notes} />
      <p role="status" class="said">
        {notes.said.value}
      </p>
    </section>
  );
}
