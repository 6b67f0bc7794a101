import type { ComponentProps, JSX } from 'preact';
import type { LazyParts } from '../lazy-parts';
import { OtherPagePart } from './other-page-part';
import { PagePart } from './page-part';

/** The paper whose page is in the current tab; and what can be done with a page that Offprint is not on. */
export function PageParts(
  props: ComponentProps<typeof PagePart> & {
    readonly parts: Pick<LazyParts, 'currentTab' | 'papers' | 'reader'>;
  },
): JSX.Element {
  const { currentTab, papers, reader } = props.parts;
  const other = currentTab.other.value;
  return (
    <>
      <PagePart {...props} />
      {other && <OtherPagePart page={other} papers={papers} reader={reader} />}
    </>
  );
}
