import type { JSX } from 'preact';
import { text } from '../../lib/text';
import type { OptionsService } from './service';

/** The host of a match pattern. */
function hostOf(site: string): string {
  return site.replace(/^https:\/\/|\/\*$/g, '');
}

/** The sites that the reader has let Offprint on to, each with its end. */
export function GrantedSitesList({ service }: { readonly service: OptionsService }): JSX.Element {
  const list = service.granted.list.value ?? [];
  return (
    <fieldset>
      <legend>{text('grantedTitle')}</legend>
      <p class="quiet">{text('grantedHint')}</p>
      {list.length > 0 ? (
        <ul class="backups">
          {list.map((site) => (
            <li key={site} data-site={site}>
              <span>{hostOf(site)}</span>
              <button
                type="button"
                class="button"
                aria-label={text('grantedRevokeName', hostOf(site))}
                onClick={() => void service.revoke(site)}
              >
                {text('grantedRevoke')}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p>{text('grantedNone')}</p>
      )}
    </fieldset>
  );
}
