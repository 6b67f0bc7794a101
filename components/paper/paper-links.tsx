import type { JSX, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { keyed } from '../../lib/keymap/hints';
import { text } from '../../lib/text';
import type { PaperDetails, PaperRecord } from '../../papers/record';
import { homeChoice } from './home-choice';
import { linksOf, type PaperLink } from './links';

interface LinksProps {
  readonly paper: PaperRecord;
  readonly details: PaperDetails | undefined;
  readonly onVisit: () => void;
  /** The first of them. */
  readonly first?: RefObject<HTMLAnchorElement | null> | undefined;
}

/** Where the paper can be read; the places that are not in the reader's row after a click. */
export function PaperLinks(props: LinksProps): JSX.Element {
  const { row, elsewhere } = linksOf(props.paper, props.details, homeChoice.value);
  // Of another paper they are folded again.
  const [unfolded, setUnfolded] = useState('');
  const isWhole = unfolded === props.paper.id;
  const shown = isWhole ? [...row, ...elsewhere] : row;
  return (
    <ul class="links" aria-label={text('linksName')}>
      {shown.map((link, at) => (
        <Link
          key={link.name}
          link={link}
          isFirst={at === 0}
          first={props.first}
          onVisit={props.onVisit}
        />
      ))}
      {elsewhere.length > 0 && (
        <li>
          <button
            type="button"
            class="link"
            data-action="elsewhere"
            aria-expanded={isWhole}
            onClick={() => setUnfolded(isWhole ? '' : props.paper.id)}
          >
            {text(isWhole ? 'linkFewer' : 'linkElsewhere')}
          </button>
        </li>
      )}
    </ul>
  );
}

function Link(
  props: Pick<LinksProps, 'onVisit' | 'first'> & {
    readonly link: PaperLink;
    readonly isFirst: boolean;
  },
): JSX.Element {
  const { link, isFirst, onVisit } = props;
  return (
    <li>
      <a
        ref={(isFirst && props.first) || null}
        href={link.href}
        data-link={link.name}
        target="_blank"
        rel="noreferrer"
        onClick={onVisit}
        onAuxClick={({ button }) => button === 1 && onVisit()}
        {...(isFirst && keyed('open', text('keyOpen')))}
      >
        {text(link.name)}
      </a>
    </li>
  );
}
