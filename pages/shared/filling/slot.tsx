import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { report } from '../../../lib/report';
import { isToBeFilled } from '../../../papers/filling/filling';
import type { PaperRecord } from '../../../papers/record';
import type { FillingLine } from './line';

/** Where a paper that lacks its title says how far the asking has come; loaded for such a one alone. */
export function FillingSlot({ paper }: { readonly paper: PaperRecord }): JSX.Element | null {
  const line = useSignal<typeof FillingLine | undefined>(undefined);
  const isWaiting = isToBeFilled(paper);
  useEffect(() => {
    if (!isWaiting) return;
    import('./line').then(
      (part) => {
        line.value = part.FillingLine;
      },
      (error: unknown) => report('filling', error),
    );
  }, [isWaiting, line]);
  return isWaiting && line.value ? <line.value id={paper.id} /> : null;
}
