import type { JSX } from 'preact';
import { keyed } from '../../lib/keymap/hints';
import { text } from '../../lib/text';
import type { PaperDetails, PaperRecord } from '../../papers/record';
import { linksOf } from './links';

/** Where the paper can be read. */
export function PaperLinks(props: {
  readonly paper: PaperRecord;
  readonly details: PaperDetails | undefined;
  readonly onVisit: () => void;
}): JSX.Element {
  return (
    <ul class="links" aria-label={text('linksName')}>
      {linksOf(props.paper, props.details).map(({ name, href }, at) => (
        <li key={name}>
          <a
            href={href}
            data-link={name}
            target="_blank"
            rel="noreferrer"
            onClick={props.onVisit}
            onAuxClick={({ button }) => button === 1 && props.onVisit()}
            {...(at === 0 && keyed('open', text('keyOpen')))}
          >
            {text(name)}
          </a>
        </li>
      ))}
    </ul>
  );
}
