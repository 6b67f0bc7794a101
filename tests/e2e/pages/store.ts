import type { Session } from '../harness/session';

interface Row {
  readonly id: string;
  readonly title?: string;
  readonly state: string;
  readonly tags: readonly string[];
  readonly hasNote: boolean;
}

/** Reads the extension's database past its own code, as an inspector would. */
export class Store {
  constructor(private readonly session: Session) {}

  /** The ids of the papers in a state. */
  async papersIn(state: string): Promise<string[]> {
    const { papers } = await this.#read();
    return papers.filter((paper) => paper.state === state).map(({ id }) => id);
  }

  /** The stored title of a paper. */
  async titleOf(id: string): Promise<string | undefined> {
    return (await this.#read()).papers.find((paper) => paper.id === id)?.title;
  }

  /** The stored note of a paper. */
  async noteOf(id: string): Promise<string | undefined> {
    return (await this.#read()).notes.find((note) => note.id === id)?.text;
  }

  /** Where counters and tag counts disagree with the papers. */
  async disagreements(): Promise<string[]> {
    const { papers, counters, tags } = await this.#read();
    const found: string[] = [];
    const states = new Set([...papers.map(({ state }) => state), ...Object.keys(counters)]);
    for (const state of states) {
      const count = papers.filter((paper) => paper.state === state).length;
      if ((counters[state] ?? 0) !== count)
        found.push(`${state}: ${counters[state]} counted, ${count} there`);
    }
    const saved = papers.filter(({ state }) => ['unread', 'reading', 'read'].includes(state));
    const used = saved.flatMap((paper) => paper.tags).length;
    const counted = tags.reduce((sum, { count }) => sum + count, 0);
    if (used !== counted) found.push(`${counted} tags counted, ${used} there`);
    return found;
  }

  #read(): Promise<{
    papers: Row[];
    counters: Record<string, number>;
    tags: { count: number }[];
    notes: { id: string; text: string }[];
  }> {
    return this.session.inExtension(async () => {
      const result = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await result(indexedDB.open('offprint'));
      const transaction = database.transaction(['papers', 'counters', 'tags', 'notes']);
      const all = (name: string) => result(transaction.objectStore(name).getAll());
      const [papers, values, tags, notes, keys] = await Promise.all([
        all('papers'),
        all('counters'),
        all('tags'),
        all('notes'),
        result(transaction.objectStore('counters').getAllKeys()),
      ]);
      database.close();
      const counters = Object.fromEntries(keys.map((key, index) => [String(key), values[index]]));
      return { papers, counters, tags, notes };
    });
  }
}
