import { useSignal } from '@preact/signals';
import type { ComponentProps, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { LazyParts } from '../lazy-parts';
import { PagePart } from './page-part';

/** The paper whose page is in the current tab; and what can be done with a page that Offprint is not on, loaded then. */
export function PageParts(
  props: ComponentProps<typeof PagePart> & {
    readonly parts: Pick<LazyParts, 'currentTab' | 'papers' | 'rows' | 'reader'>;
  },
): JSX.Element {
  const { currentTab, papers, rows, reader } = props.parts;
  const other = currentTab.other.value;
  const later = useSignal<typeof import('./other-page-part') | undefined>(undefined);
  useEffect(() => {
    if (!other) return;
    void papers.guard('read', async () => {
      later.value = await import('./other-page-part');
    });
  }, [other, papers, later]);
  const Other = later.value?.OtherPagePart;
  return (
    <>
      <PagePart {...props} />
      {other && Other && <Other page={other} papers={papers} rows={rows} reader={reader} />}
    </>
  );
}
