import type { JSX } from 'preact';
import type { PlannedPaper } from '../../imports/plan/plan';
import type { ImportedPaper } from '../../imports/types';
import { counted, number, text } from '../../lib/text';
import type { Overview } from './overview';
import type { ImportService } from './service';
import { Some } from './show-more';

interface Props {
  readonly service: ImportService;
}

/** Whether folders become tags, with their names. */
export function Folders(props: Props & { readonly overview: Overview }): JSX.Element | null {
  const { service, overview } = props;
  const { folders } = overview;
  if (!folders.length) return null;
  return (
    <fieldset class="part">
      <legend>{text('importFoldersTitle')}</legend>
      <label class="tick">
        <input
          type="checkbox"
          checked={service.state.options.value.takesFolders}
          onChange={({ currentTarget }) =>
            void service.choose({ takesFolders: currentTarget.checked })
          }
        />
        {counted('importFoldersTake', folders.length)}
      </label>
      <p class="quiet">{text('importFoldersHint')}</p>
      <div class="names">
        <Some
          of={folders}
          name={text('importFoldersTitle')}
          row={([name, count]) => (
            <li key={name}>
              <bdi>{text('importFolder', name, number(count))}</bdi>
            </li>
          )}
        />
      </div>
    </fieldset>
  );
}

/** Whether papers come back that the reader had put away. */
export function BringBack({ service }: Props): JSX.Element | null {
  const { options, overview } = service.state;
  const { bringsBack } = options.value;
  const count = overview.value?.conflicts.removed ?? 0;
  if (!count && !bringsBack) return null;
  return (
    <fieldset class="part">
      <legend>{text('importBackTitle')}</legend>
      <label class="tick">
        <input
          type="checkbox"
          checked={bringsBack}
          onChange={({ currentTarget }) =>
            void service.choose({ bringsBack: currentTarget.checked })
          }
        />
        {bringsBack ? text('importBackTaken') : counted('importBackTake', count)}
      </label>
    </fieldset>
  );
}

function Doubt(props: Props & { readonly paper: PlannedPaper; readonly at: number }): JSX.Element {
  const { service, paper, at } = props;
  const { entry, fate } = paper;
  const title = entry.paper.title ?? entry.paper.id;
  const isSame = service.state.same.value.has(entry);
  const name = `doubt-${at}`;
  return (
    <li>
      <fieldset>
        <legend dir="auto">
          <span class="title">{title}</span>
          <span class="quiet">
            {entry.paper.id} ·{' '}
            {text('importDoubtHere', service.state.twins.value.get(fate.twin ?? '') ?? '')}{' '}
            {fate.twin}
          </span>
        </legend>
        {([false, true] as const).map((same) => (
          <label key={String(same)} class="tick">
            <input
              type="radio"
              name={name}
              checked={isSame === same}
              onChange={() => service.choosing.join([entry], same)}
            />
            {text(same ? 'importDoubtJoin' : 'importDoubtApart')}
          </label>
        ))}
      </fieldset>
    </li>
  );
}

/** Papers that have title and first author of one that is here, and no id. */
export function Doubtful({ service }: Props): JSX.Element | null {
  const papers = service.state.chosen.value.filter(({ fate }) => fate.kind === 'doubtful');
  if (!papers.length) return null;
  const entries = papers.map(({ entry }) => entry);
  return (
    <details class="part" open>
      <summary>{counted('importDoubtTitle', papers.length)}</summary>
      <p class="quiet">{text('importDoubtHint')}</p>
      {papers.length > 1 && (
        <p class="buttons">
          <button type="button" class="link" onClick={() => service.choosing.join(entries, false)}>
            {text('importDoubtAllApart')}
          </button>
          <button type="button" class="link" onClick={() => service.choosing.join(entries, true)}>
            {text('importDoubtAllJoin')}
          </button>
        </p>
      )}
      <Some
        of={papers}
        row={(paper, at) => <Doubt key={paper.entry.paper.id} {...{ service, paper, at }} />}
      />
    </details>
  );
}

function Offer(props: Props & { readonly entry: ImportedPaper }): JSX.Element {
  const { service, entry } = props;
  const { id, title, url } = entry.paper;
  return (
    <li>
      <label class="tick">
        <input
          type="checkbox"
          checked={service.state.wanted.value.has(entry)}
          onChange={({ currentTarget }) => service.choosing.want([entry], currentTarget.checked)}
        />
        <span>
          <bdi>{title ?? id}</bdi> <span class="quiet">{url ?? id.replace(/^url:/, '')}</span>
        </span>
      </label>
    </li>
  );
}

/** Links to pages that are no paper's as far as Offprint knows. */
export function Offered({ service }: Props): JSX.Element | null {
  const offered = service.state.plan.value?.papers.flatMap(({ entry }) =>
    entry.isOffered ? entry : [],
  );
  if (!offered?.length) return null;
  return (
    <details class="part">
      <summary>{counted('importOfferTitle', offered.length)}</summary>
      <p class="quiet">{text('importOfferHint')}</p>
      <p class="buttons">
        <button type="button" class="link" onClick={() => service.choosing.want(offered, true)}>
          {text('importOfferAll')}
        </button>
        <button type="button" class="link" onClick={() => service.choosing.want(offered, false)}>
          {text('importOfferNone')}
        </button>
      </p>
      <Some of={offered} row={(entry) => <Offer key={entry.paper.id} {...{ service, entry }} />} />
    </details>
  );
}
