import type { JSX } from 'preact';
import type { SkipReason } from '../../imports/types';
import { counted, text } from '../../lib/text';
import {
  damageSentence,
  fileName,
  formatName,
  refusalSentence,
  remarkSentence,
  skipSentence,
} from '../../wording/imports';
import type { DamagedEntry, Gathered, ReadFiles } from './gathered';
import { Some } from './show-more';

/** How many refused files are named; of a folder there may be very many. */
const named = 10;

function FileLine({ name, format, files, entries, remarks }: ReadFiles): JSX.Element {
  const known = formatName(format);
  const said =
    files > 1
      ? counted('importFiles', files, fileName(name), known, counted('importEntries', entries))
      : counted('importFile', entries, fileName(name), known);
  return (
    <li>
      <bdi>{said}</bdi>
      {remarks.map(({ remark, detail, count }) => (
        <p key={`${remark} ${detail}`} class="quiet">
          {remarkSentence(remark, detail, count)}
        </p>
      ))}
    </li>
  );
}

/** What was recognised, file by file. */
export function Files({ gathered }: { readonly gathered: Gathered }): JSX.Element | null {
  if (!gathered.files.length) return null;
  return (
    <>
      <h3>{text('importFilesTitle')}</h3>
      <Some
        of={gathered.files}
        row={(file) => <FileLine key={file.name + file.format} {...file} />}
      />
    </>
  );
}

/** What could not be read at all, and why. */
export function Refused({ gathered }: { readonly gathered: Gathered }): JSX.Element | null {
  const { refused } = gathered;
  if (!refused.length) return null;
  const more = refused.length - named;
  return (
    <div class="told" role="alert">
      <ul>
        {refused.slice(0, named).map((one) => (
          <li key={one.file}>{refusalSentence(one)}</li>
        ))}
        {more > 0 && <li>{counted('importRefusedMore', more)}</li>}
      </ul>
    </div>
  );
}

function DamagedLine(props: {
  readonly entry: DamagedEntry;
  readonly isOneOfMany: boolean;
}): JSX.Element {
  const { entry, isOneOfMany } = props;
  const { file, line, key, reason, detail } = entry;
  const isNamed = isOneOfMany && file !== '';
  const place = isNamed
    ? text('importDamagedPlaceIn', line, file)
    : text('importDamagedPlace', line);
  return (
    <li>
      <span class="place">{place}</span> {key && <bdi class="key">{key}</bdi>}{' '}
      <span class="reason">{damageSentence(reason, detail)}</span>
    </li>
  );
}

/** The entries that are left out because of what is wrong with them. */
export function Damaged({ gathered }: { readonly gathered: Gathered }): JSX.Element | null {
  const { damaged, files } = gathered;
  if (!damaged.length) return null;
  const names = new Set([...files.map(({ name }) => name), ...damaged.map(({ file }) => file)]);
  const isOneOfMany = names.size > 1 || files.some((one) => one.files > 1);
  return (
    <details class="part" open={damaged.length <= 5}>
      <summary>{counted('importDamagedTitle', damaged.length)}</summary>
      <Some
        of={damaged}
        row={(entry) => (
          <DamagedLine
            key={`${entry.file}:${entry.line} ${entry.key}`}
            entry={entry}
            isOneOfMany={isOneOfMany}
          />
        )}
      />
    </details>
  );
}

/** What is no paper's entry, and so is left out without harm. */
export function Skipped({ gathered }: { readonly gathered: Gathered }): JSX.Element | null {
  const skipped = Object.entries(gathered.skipped) as [SkipReason, number][];
  if (!skipped.length) return null;
  return (
    <ul class="quiet">
      {skipped.map(([reason, count]) => (
        <li key={reason}>{skipSentence(reason, count)}</li>
      ))}
    </ul>
  );
}
