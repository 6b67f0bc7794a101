import { useSignal } from '@preact/signals';
import type { FunctionComponent, JSX } from 'preact';
import { text } from '../../../lib/text';
import type { PopupCommands } from '../paper-commands';
import type { PopupReader } from '../reader';
import type { OtherPage } from './page-summary';

/** What is loaded when the reader asks for it. */
export interface OtherPageProps {
  readonly page: OtherPage;
  readonly papers: PopupCommands;
  readonly reader: PopupReader;
}

/**
 * What can be done with a page that Offprint is not on: it is looked at once, or shown there from now on. Until then
 * nothing of it is read.
 */
export function OtherPagePart(props: OtherPageProps): JSX.Element {
  const Scan = useSignal<FunctionComponent<OtherPageProps> | undefined>(undefined);
  const load = () =>
    props.papers.guard('read', async () => {
      const { ScannedPage } = await import('./scan/scanned-page');
      Scan.value = ScannedPage;
    });
  if (Scan.value) return <Scan.value {...props} />;
  return (
    <section class="strip" aria-label={text('thisPage')}>
      <p>{text('scanOffer', props.page.url.hostname)}</p>
      <button type="button" class="button" data-action="scan" onClick={() => void load()}>
        {text('scan')}
      </button>
    </section>
  );
}
