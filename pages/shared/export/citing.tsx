import { type Signal, signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { CiteControl } from '../../../components/export/cite-control';
import { report } from '../../../lib/report';
import type { PaperId } from '../../../papers/paper';
import type { Guard } from '../guard';
import type { CitationForm } from './choice';

/** The form that citations are copied in, on this page; as it was chosen last. */
const form: Signal<CitationForm> = signal('bibtex');

/** What copying a citation needs of the page. */
export interface Citing extends Pick<Guard, 'guard'> {
  /** Says what was copied. */
  tell(said: string): void;
}

/**
 * Copies citations of papers in the form that was chosen last, or in another one, which is the last one then. What it
 * takes is loaded first. Call within a click or key.
 */
export async function cite(
  page: Citing,
  ids: readonly PaperId[],
  wanted?: CitationForm,
): Promise<void> {
  await page.guard('read', async () => {
    const [{ copyCitations }, { keepExportChoice, readExportChoice }] = await Promise.all([
      import('./citations'),
      import('./choice'),
    ]);
    const choice = await readExportChoice();
    const citation = wanted ?? choice.citation;
    const said = await copyCitations(ids, { ...choice, citation }, Date.now());
    if (said !== undefined) page.tell(said);
    if (wanted) await keepExportChoice({ citation });
    form.value = citation;
  });
}

async function readForm(): Promise<void> {
  const { readExportChoice } = await import('./choice');
  form.value = (await readExportChoice()).citation;
}

/** Copies the citation of a paper, and leads to the other formats. */
export function Cite(props: {
  readonly page: Citing;
  readonly ids: readonly PaperId[];
  readonly onExport: () => void;
}): JSX.Element {
  const { page, ids, onExport } = props;
  useEffect(() => {
    readForm().catch((error: unknown) => report('taking', error));
  }, []);
  return (
    <CiteControl
      form={form.value}
      onCite={(wanted) => void cite(page, ids, wanted)}
      onExport={onExport}
    />
  );
}
