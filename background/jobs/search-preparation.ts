import { report } from '../../lib/report';
import { whenQuiet } from './when-quiet';

/** Keeps the prepared search texts and the sums of months in shape after changes. */
export function keepSearchPrepared(): void {
  whenQuiet(() => void prepare());
}

async function prepare(): Promise<void> {
  const [{ maintainSearch }, { prepareMonths }] = await Promise.all([
    import('../../store/search/maintain'),
    import('../../store/derived/months'),
  ]);
  maintainSearch().catch((error: unknown) => report('search', error));
  prepareMonths().catch((error: unknown) => report('months', error));
}
