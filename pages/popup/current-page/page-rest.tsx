import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { counted, text } from '../../../lib/text';
import type { PaperId } from '../../../papers/paper';
import type { PageSummary } from './page-summary';

/** What is done with the undecided papers of a page at once: each choice says what and how many it takes. */
export function PageRest(props: {
  readonly summary: PageSummary;
  readonly onDecide: (ids: readonly PaperId[], to: 'saved' | 'dismissed') => void;
}): JSX.Element | null {
  const { fresh, seen } = props.summary;
  const [step, setStep] = useState<'closed' | 'open' | 'asked'>('closed');
  const all = [...fresh, ...seen];
  if (all.length === 0) return null;
  const decide = (ids: readonly PaperId[], to: 'saved' | 'dismissed') => {
    setStep('closed');
    props.onDecide(ids, to);
  };
  return (
    <>
      <button
        type="button"
        class="button"
        data-action="rest"
        title={text('restName')}
        aria-expanded={step !== 'closed'}
        onClick={() => setStep(step === 'closed' ? 'open' : 'closed')}
      >
        {text('rest')}
      </button>
      {step === 'open' && (
        <div class="rest">
          <p>{counted('restLeft', all.length)}</p>
          {seen.length > 0 && fresh.length > 0 && (
            <button type="button" class="button" onClick={() => decide(seen, 'dismissed')}>
              {counted('dismissSeen', seen.length)}
            </button>
          )}
          <button type="button" class="button" onClick={() => decide(all, 'dismissed')}>
            {counted('dismissAll', all.length)}
          </button>
          <button type="button" class="button" onClick={() => setStep('asked')}>
            {counted('saveAll', all.length)}
          </button>
        </div>
      )}
      {step === 'asked' && (
        <div class="rest">
          <p>{counted('saveAsked', all.length)}</p>
          <button type="button" class="button" onClick={() => decide(all, 'saved')}>
            {counted('saveSure', all.length)}
          </button>
          <button type="button" class="button" onClick={() => setStep('open')}>
            {text('cancel')}
          </button>
        </div>
      )}
    </>
  );
}
