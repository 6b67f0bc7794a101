import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { report } from '../../../lib/report';
import { text } from '../../../lib/text';

type Section = typeof import('./section').FillingSection;

/** Who is asked for titles of bare links; what is in it is loaded when the rest of the page is there. */
export function FillingSlot(): JSX.Element {
  const section = useSignal<Section | undefined>(undefined);
  useEffect(() => {
    import('./section').then(
      ({ FillingSection }) => {
        section.value = FillingSection;
      },
      (error: unknown) => report('filling', error),
    );
  }, [section]);
  return (
    <fieldset class="filling">
      <legend>{text('fillingTitle')}</legend>
      <p class="quiet">{text('fillingHint')}</p>
      {section.value && <section.value />}
    </fieldset>
  );
}
