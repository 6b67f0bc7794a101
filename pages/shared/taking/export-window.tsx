import '../../../assets/export.css';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { ExportForm } from '../../../components/taking/export-form';
import { failureText } from '../../../components/ui/error-banner';
import { copyText } from '../../../lib/clipboard';
import { downloadFile } from '../../../lib/download';
import { report } from '../../../lib/report';
import { counted, text } from '../../../lib/text';
import { storeError } from '../../../store/database/errors';
import { formatWords } from '../../../wording/formats';
import { isPattern, keepTakingChoice, readTakingChoice, type TakingChoice } from './choice';
import type { TakingRequest } from './request';
import { fileNameOf, isText, type Taking, takingFormats, writeFile, writeText } from './write';

/** What a page gives the window. */
export interface ExportWindowProps {
  readonly request: TakingRequest;
  /** Told in a sentence what was done. */
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

const formats = takingFormats.map(({ id, carries, hasKeys = false, ...format }) => ({
  id,
  carries,
  hasKeys,
  isText: isText({ id, carries, ...format }),
}));

interface Chosen extends TakingChoice {
  readonly scope: string;
}

/** Remembers everything but which papers; a pattern that is none stays as it was. */
function remember({ scope: _scope, keyPattern, ...choice }: Chosen): void {
  const change = isPattern(keyPattern) ? { ...choice, keyPattern } : choice;
  keepTakingChoice(change).catch((error: unknown) => report('taking', error));
}

function sentenceOf(cause: unknown): string {
  const { code, detail } = storeError(cause);
  return failureText(code, detail);
}

/** Hands on what was written, and says so. */
async function handOver(taking: Taking, to: TakingChoice['to'], now: number): Promise<string> {
  const { format, ids } = taking;
  if (to === 'file') {
    const name = fileNameOf(taking, now);
    downloadFile(await writeFile(taking, now), name, format.mediaType);
    return counted('saidExported', ids.length, name);
  }
  await copyText(await writeText(taking, now));
  const [name] = formatWords[format.id] ?? [];
  return counted('saidCopiedAs', ids.length, name ? text(name) : format.id);
}

/** The window in which papers are taken along: loaded when it is opened. */
export function ExportWindow({ request, onDone, onClose }: ExportWindowProps): JSX.Element | null {
  const choice = useSignal<Chosen | undefined>(undefined);
  const progress = useSignal<{ done: number; total: number } | undefined>(undefined);
  const failure = useSignal<string | undefined>(undefined);
  const stopping = useSignal<AbortController | undefined>(undefined);
  useEffect(() => {
    const [{ name }] = request.scopes;
    void readTakingChoice().then((last) => {
      const isKnown = takingFormats.some(({ id }) => id === last.format);
      choice.value = { ...last, ...(isKnown ? {} : { format: 'bibtex' }), scope: name };
    });
    return () => stopping.value?.abort();
  }, [request]);
  const chosen = choice.value;
  if (!chosen) return null;
  const run = async (to: TakingChoice['to']) => {
    choice.value = { ...chosen, to };
    remember(choice.value);
    failure.value = undefined;
    const stop = new AbortController();
    stopping.value = stop;
    try {
      const said = await take(chosen, to, stop.signal);
      if (said === undefined) failure.value = text('takeNone');
      else {
        onDone(said);
        onClose();
      }
    } catch (cause) {
      if (!stop.signal.aborted) failure.value = sentenceOf(cause);
    } finally {
      progress.value = undefined;
    }
  };
  const take = async (
    { scope: wanted, format: id, along, keyPattern }: Chosen,
    to: TakingChoice['to'],
    signal: AbortSignal,
  ) => {
    const scope = request.scopes.find(({ name }) => name === wanted) ?? request.scopes[0];
    const format = takingFormats.find((one) => one.id === id);
    progress.value = { done: 0, total: 1 };
    const ids = await scope.ids();
    if (ids.length === 0 || !format) return undefined;
    const onProgress = (done: number) => {
      progress.value = { done, total: ids.length };
    };
    const title = scope.label;
    const taking = { ids, format, along, keyPattern, title, onProgress, signal };
    return handOver(taking, to, Date.now());
  };
  return (
    <ExportForm
      scopes={request.scopes}
      formats={formats}
      choice={chosen}
      to={chosen.to}
      progress={progress.value}
      failure={failure.value}
      onChoose={(change) => {
        choice.value = { ...chosen, ...change };
      }}
      onExport={(to) => void run(to)}
      onStop={() => stopping.value?.abort()}
      onClose={onClose}
    />
  );
}
