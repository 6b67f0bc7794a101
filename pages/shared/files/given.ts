/** What was dropped, before its folders were looked into. */
export interface Dropped {
  readonly entries: readonly FileSystemEntry[];
  readonly files: readonly File[];
  /** An address, or words that were marked and dragged. */
  readonly text: string;
}

/** Tells whether what is dragged over the page holds files. */
export function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}

/** Takes what was dropped. It has to be called while the event is handled; later there is nothing. */
export function droppedIn({ dataTransfer }: DragEvent): Dropped {
  const items = [...(dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file');
  const entries = items.flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  const isKnown = entries.length > 0 && entries.length === items.length;
  return {
    entries: isKnown ? entries : [],
    files: isKnown ? [] : [...(dataTransfer?.files ?? [])],
    text: dataTransfer?.getData('text/uri-list') || dataTransfer?.getData('text/plain') || '',
  };
}
