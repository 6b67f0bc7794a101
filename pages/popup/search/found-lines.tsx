import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { RichTitle } from '../../../components/rich-text/rich-text';
import type { PaperId } from '../../../papers/paper';
import { parse } from '../../../papers/query/parse';
import type { PaperRecord } from '../../../papers/record';
import type { PaperMarks } from '../../../store/search/marks';
import type { Listing } from '../list/sources';

/** What a search found in the papers that are listed. */
export class Found {
  readonly #marks = signal<ReadonlyMap<PaperId, PaperMarks>>(new Map());

  /** The title with its LaTeX drawn, and the words marked that were looked for. */
  title({ id, title = id }: PaperRecord): JSX.Element {
    const marks = this.#marks.value.get(id);
    return <RichTitle text={title} {...(marks && { marks: marks.title })} />;
  }

  /** The line of note or abstract that holds what the row itself does not show. */
  line({ id }: PaperRecord): JSX.Element | undefined {
    const line = this.#marks.value.get(id)?.line;
    return line && <RichTitle text={line.text} marks={line.marks} />;
  }

  /**
   * Looks where a search has found its words, before its papers are shown.
   * @param words Empty when nothing is looked for.
   * @throws StoreError
   */
  async read({ papers }: Listing, words: string): Promise<void> {
    if (!words) {
      this.#marks.value = new Map();
      return;
    }
    const { readMarks } = await import('../../../store/search/marks');
    this.#marks.value = await readMarks(parse(words).query, papers);
  }
}
