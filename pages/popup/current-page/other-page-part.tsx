import { useSignal } from '@preact/signals';
import type { FunctionComponent, JSX } from 'preact';
import { text } from '../../../lib/text';
import type { RowRefs } from '../list/row-refs';
import type { PopupCommands } from '../paper-commands';
import type { PopupReader } from '../reader';
import type { OtherPage } from './page-summary';

/** What is loaded when the reader asks for it. */
export interface OtherPageProps {
  readonly page: OtherPage;
  readonly papers: PopupCommands;
  readonly rows: RowRefs;
  readonly reader: PopupReader;
}

/**
 * What can be done with a page that Offprint is not on: it is looked at once, or shown there from now on. Until then
 * nothing of it is read.
 */
export function OtherPagePart(props: OtherPageProps): JSX.Element {
  const Chosen = useSignal<FunctionComponent<OtherPageProps> | undefined>(undefined);
  const choose = (name: 'ScannedPage' | 'ShowHere') =>
    void props.papers.guard('read', async () => {
      Chosen.value = (await import('./scan/this-page'))[name];
    });
  if (Chosen.value) return <Chosen.value {...props} />;
  const { protocol } = props.page.url;
  return (
    <section class="strip offer" aria-label={text('thisPage')}>
      <p>{text('scanOffer')}</p>
      <button type="button" class="button" data-action="scan" onClick={() => choose('ScannedPage')}>
        {text('scan')}
      </button>
      {protocol === 'https:' && (
        <button type="button" class="button" data-action="grant" onClick={() => choose('ShowHere')}>
          {text('showHere')}
        </button>
      )}
      {protocol === 'http:' && <p class="quiet">{text('showNotHere')}</p>}
    </section>
  );
}
