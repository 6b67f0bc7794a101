import { signal } from '@preact/signals';
import { failureText } from '../../../components/ui/error-banner';
import { copyWhenMade } from '../../../lib/copy-when-made';
import { downloadFile } from '../../../lib/download';
import { report } from '../../../lib/report';
import { counted, text } from '../../../lib/text';
import { storeError } from '../../../store/database/errors';
import { formatWords } from '../../../wording/formats';
import { isPattern, keepExportChoice, readExportChoice, type StoredChoice } from './choice';
import type { ExportRequest } from './request';
import { fileFormats, fileNameOf, type Taking, writeFile, writeText } from './write';

/** What is chosen in the window, and for which of the papers asked about. */
export interface Chosen extends StoredChoice {
  readonly scope: string;
}

/** Takes papers along as the reader says. */
export class ExportTask {
  /** Absent until it was read what was chosen last. */
  readonly choice = signal<Chosen | undefined>(undefined);
  readonly progress = signal<{ readonly done: number; readonly total: number } | undefined>(
    undefined,
  );
  /** What went wrong, in a sentence. */
  readonly failure = signal<string | undefined>(undefined);
  #stopping = new AbortController();

  constructor(private readonly request: ExportRequest) {}

  /** Begins with what was chosen last. */
  async start(): Promise<void> {
    const last = await readExportChoice();
    const format = fileFormats.some(({ id }) => id === last.format) ? last.format : 'bibtex';
    this.choice.value = { ...last, format, scope: this.request.scopes[0].name };
  }

  /** Ends what is being written; nothing of it is handed over. */
  stop(): void {
    this.#stopping.abort();
  }

  /**
   * Writes and hands over, with progress; a failure is told.
   * @returns What was done, in a sentence; `undefined` where it was not.
   */
  async run(to: StoredChoice['to'], now: number): Promise<string | undefined> {
    const chosen = this.choice.value;
    if (!chosen) return undefined;
    this.#stopping = new AbortController();
    const { signal: stopped } = this.#stopping;
    this.choice.value = { ...chosen, to };
    this.failure.value = undefined;
    remember(this.choice.value);
    try {
      const taking = this.#taking(chosen, stopped);
      const said = await (to === 'file' ? download(taking, now) : copy(taking, now));
      if (said !== undefined) return said;
      this.failure.value = text('takeNone');
    } catch (cause) {
      if (!stopped.aborted) this.failure.value = sentenceOf(cause);
    } finally {
      this.progress.value = undefined;
    }
    return undefined;
  }

  async #taking(chosen: Chosen, stopped: AbortSignal): Promise<Taking | undefined> {
    this.progress.value = { done: 0, total: 1 };
    const { scopes } = this.request;
    const scope = scopes.find(({ name }) => name === chosen.scope) ?? scopes[0];
    const format = fileFormats.find(({ id }) => id === chosen.format);
    const ids = await scope.ids();
    if (ids.length === 0 || !format) return undefined;
    const onProgress = (done: number) => {
      this.progress.value = { done, total: ids.length };
    };
    const { along, keyPattern } = chosen;
    return { ids, format, along, keyPattern, title: scope.label, onProgress, signal: stopped };
  }
}

/** Remembers everything but which papers; a pattern that is none stays as it was. */
function remember({ scope: _scope, keyPattern, ...choice }: Chosen): void {
  const change = isPattern(keyPattern) ? { ...choice, keyPattern } : choice;
  keepExportChoice(change).catch((error: unknown) => report('taking', error));
}

function sentenceOf(cause: unknown): string {
  const { code, detail } = storeError(cause);
  return failureText(code, detail);
}

async function download(
  asked: Promise<Taking | undefined>,
  now: number,
): Promise<string | undefined> {
  const taking = await asked;
  if (!taking) return undefined;
  const file = await writeFile(taking, now);
  taking.signal?.throwIfAborted();
  const name = fileNameOf(taking, now);
  downloadFile(file, name, taking.format.mediaType);
  return counted('saidExported', taking.ids.length, name);
}

async function copy(asked: Promise<Taking | undefined>, now: number): Promise<string | undefined> {
  await copyWhenMade(asked.then((taking) => taking && written(taking, now)));
  const taking = await asked;
  if (!taking) return undefined;
  const { format, ids } = taking;
  const [name] = formatWords[format.id] ?? [];
  return counted('saidCopiedAs', ids.length, name ? text(name) : format.id);
}

async function written(taking: Taking, now: number): Promise<string> {
  const words = await writeText(taking, now);
  taking.signal?.throwIfAborted();
  return words;
}
