import '../../../../assets/scan.css';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { StatusMark } from '../../../../components/paper/status-mark';
import { RichTitle } from '../../../../components/rich-text/rich-text';
import { counted, text } from '../../../../lib/text';
import type { Paper } from '../../../../papers/paper';
import type { Scanned } from '../../../../sites/general/scan';
import type { RowRefs } from '../../list/row-refs';
import type { OtherPageProps } from '../other-page-part';
import { ScanService } from './scan-service';

/** How many papers are shown before the reader asks for the rest. */
const shownAtFirst = 50;

/** What a look at the page in the current tab found, to save from. */
export function ScannedPage({ page, papers, rows, reader }: OtherPageProps): JSX.Element {
  const [service] = useState(() => new ScanService(papers, reader));
  useEffect(() => void service.start(page.tabId), [service, page.tabId]);
  const found = service.found.value;
  return (
    <section class="scanned" aria-label={text('scannedName')} aria-busy={found === undefined}>
      <div class="scan-head">
        <p role="status">
          {found === undefined ? text('scanning') : <strong>{foundWords(found)}</strong>}
        </p>
        {found && service.unsaved.length > 1 && (
          <button
            type="button"
            class="button"
            data-action="save-all"
            onClick={() => void service.save(service.unsaved)}
          >
            {counted('scanSaveAll', service.unsaved.length)}
          </button>
        )}
      </div>
      {found && found.failed.length > 0 && (
        <p class="said">{text('scanFailed', found.failed.join(', '))}</p>
      )}
      {found && found.papers.length > 0 && (
        <Papers service={service} rows={rows} papers={found.papers} />
      )}
      <p class="quiet">{text('scanKept')}</p>
    </section>
  );
}

function foundWords(found: Scanned | null): string {
  if (!found) return text('scanRefused');
  if (found.papers.length === 0) return text('scanNone');
  if (found.shows === 'paper') return text('scanPaper');
  return counted(found.shows === 'digest' ? 'scanDigest' : 'scanMentions', found.papers.length);
}

function Papers(props: {
  readonly service: ScanService;
  readonly rows: RowRefs;
  readonly papers: readonly Paper[];
}): JSX.Element {
  const { service, rows, papers } = props;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? papers : papers.slice(0, shownAtFirst);
  return (
    <>
      <ul class="rows" aria-label={text('scannedName')}>
        {shown.map((paper) => (
          <Row key={paper.id} service={service} rows={rows} paper={paper} />
        ))}
      </ul>
      {shown.length < papers.length && (
        <button type="button" class="button" onClick={() => setWhole(true)}>
          {counted('scanMore', papers.length - shown.length)}
        </button>
      )}
    </>
  );
}

function Row({
  service,
  rows,
  paper,
}: {
  readonly service: ScanService;
  readonly rows: RowRefs;
  readonly paper: Paper;
}): JSX.Element {
  const state = service.states.value[paper.id] ?? 'new';
  const title = paper.title ?? paper.id;
  const { row, save } = rows.of(paper.id, 'scan');
  return (
    <li ref={row} class="row" data-paper={paper.id} data-state={state}>
      <div class="head">
        <StatusMark state={state} />
        <div class="summary">
          <h3 dir="auto">
            <RichTitle text={title} />
          </h3>
          <p class="meta">{lineOf(paper)}</p>
        </div>
        {service.isSaved(paper.id) ? (
          <span class="saved">{text('scanSaved')}</span>
        ) : (
          <div class="quick">
            <button
              ref={save}
              type="button"
              data-action="save"
              aria-label={text('cardSaveName', title)}
              onClick={() => void service.save([paper])}
            >
              {text('cardSave')}
            </button>
          </div>
        )}
      </div>
    </li>
  );
}

/** Who wrote it, as far as the page says, and by which id it is known. */
function lineOf({ authors = [], id, publishedAt, venue }: Paper): string {
  const [first, ...others] = authors;
  const by = first && (others.length ? text('scanEtAl', first) : first);
  const known = id.startsWith('url:') ? new URL(id.slice('url:'.length)).hostname : id;
  return [by, venue, publishedAt?.slice(0, 4), known].filter(Boolean).join(' · ');
}
