import '../../../../assets/scan.css';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { browser } from '../../../../lib/browser';
import { forgetSite, grantedSites, permissionFor, wantSite } from '../../../../lib/granted';
import { report } from '../../../../lib/report';
import { text } from '../../../../lib/text';
import type { OtherPageProps } from '../other-page-part';

/** Says what it means that Offprint is on a site, and has the browser ask for it. */
export function ShowHere({ page }: OtherPageProps): JSX.Element {
  const said = useSignal<'asking' | 'granted' | 'refused' | undefined>(undefined);
  const { hostname } = page.url;
  const origin = permissionFor(page.url);
  useEffect(() => {
    grantedSites([])
      .then((sites) => {
        if (sites.includes(origin)) said.value = 'granted';
      })
      .catch((error: unknown) => report('popup', error));
  }, [said, origin]);
  const ask = async () => {
    said.value = 'asking';
    const noted = wantSite(origin);
    try {
      const isGranted = await browser.permissions.request({ origins: [origin] });
      await noted;
      if (!isGranted) await forgetSite(origin);
      said.value = isGranted ? 'granted' : 'refused';
    } catch (error) {
      report('popup', error);
      said.value = 'refused';
    }
  };
  return (
    <section class="scanned" aria-label={text('showOn', hostname)}>
      <p class="quiet">{text('showMeans', hostname)}</p>
      <p role="status">
        {said.value === 'granted' && <strong>{text('showGranted', hostname)}</strong>}
        {said.value === 'refused' && text('showRefused', hostname)}
      </p>
      {said.value !== 'granted' && (
        <button type="button" class="button main" data-action="allow" onClick={() => void ask()}>
          {text('showOn', hostname)}
        </button>
      )}
    </section>
  );
}
