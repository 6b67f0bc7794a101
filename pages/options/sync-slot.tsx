import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { report } from '../../lib/report';
import { text } from '../../lib/text';
import type { OptionsService } from './service';

type Parts = typeof import('./sync/sync-page');

/** The section on sync; what is in it is loaded when the rest of the page is there. */
export function SyncSlot({ service }: { readonly service: OptionsService }): JSX.Element {
  const parts = useSignal<
    | {
        readonly section: Parts['SyncSection'];
        readonly running: Awaited<ReturnType<Parts['openSync']>>;
      }
    | undefined
  >(undefined);
  useEffect(() => {
    import('./sync/sync-page')
      .then(async ({ SyncSection, openSync }) => {
        parts.value = { section: SyncSection, running: await openSync(service.backups) };
      })
      .catch((error: unknown) => report('sync', error));
  }, [service, parts]);
  const loaded = parts.value;
  return (
    <section aria-labelledby="sync">
      <h2 id="sync">{text('syncTitle')}</h2>
      <p class="quiet">{text('syncHint')}</p>
      {loaded && <loaded.section running={loaded.running} />}
    </section>
  );
}
