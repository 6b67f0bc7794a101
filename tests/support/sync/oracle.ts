import { canonical, type Stamp } from '../../../papers/words/stamp';
import type { PaperWords } from '../../../sync/local';
import { groupsOf } from '../../../sync/rebase';

/**
 * What must be there in the end, kept without any of the code that merges: of each word that was written, which ones
 * its writer had before him. A note's text that nobody wrote over or purged must stand; of another word the last one by
 * its stamp, unless somebody purged that.
 */
export class Oracle {
  /** By paper and word: every value written, and those that were written over. */
  private readonly written = new Map<string, Map<string, 'stands' | 'replaced'>>();

  /** A device said something of a paper. */
  note(id: string, before: PaperWords, after: PaperWords): void {
    const [had, has] = [atoms(before), atoms(after)];
    for (const [word, values] of new Map([...had, ...has])) {
      void values;
      const old = had.get(word) ?? [];
      const fresh = (has.get(word) ?? []).filter((value) => !old.includes(value));
      const left = has.get(word) ?? [];
      const all = this.written.get(`${id} ${word}`) ?? new Map<string, 'stands' | 'replaced'>();
      for (const value of old) if (!left.includes(value)) all.set(value, 'replaced');
      for (const value of fresh) if (!all.has(value)) all.set(value, 'stands');
      this.written.set(`${id} ${word}`, all);
    }
  }

  /** What is wrong with how a device ended. */
  faults(papers: ReadonlyMap<string, PaperWords>): readonly string[] {
    const found: string[] = [];
    for (const [key, values] of this.written) {
      const [id = '', word = ''] = key.split(' ');
      const standing = [...values].flatMap(([value, fate]) => (fate === 'stands' ? [value] : []));
      const there = atoms(papers.get(id) ?? { words: {} }).get(word) ?? [];
      if (word === 'note')
        found.push(
          ...standing.filter((text) => !there.includes(text)).map((text) => `${key}: lost ${text}`),
        );
      else {
        const [last = ''] = [...values.keys()].sort((one, other) => compared(other, one));
        if (standing.includes(last) && !there.includes(last))
          found.push(`${key}: has ${there.join()}, not ${last}`);
      }
    }
    return found;
  }
}

function compared(one: string, other: string): number {
  const [mine, theirs] = [stampIn(one), stampIn(other)];
  const byDevice = mine.device < theirs.device ? -1 : 1;
  return (
    mine.at - theirs.at || (mine.device === theirs.device ? 0 : byDevice) || (one < other ? -1 : 1)
  );
}

function stampIn(value: string): Stamp {
  return (JSON.parse(value) as { readonly stamp: Stamp }).stamp;
}

/** The words of a paper, each as the texts that stand for its values; a purge is no word. */
function atoms(said: PaperWords): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const [word, value] of groupsOf(said)) {
    if (word === 'gone') continue;
    const texts =
      word === 'note'
        ? (said.words.note?.versions ?? []).map(({ text }) => text)
        : [canonical(value)];
    all.set(word, texts);
  }
  return all;
}
