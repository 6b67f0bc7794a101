import type { Paper, PaperId } from '../../../papers/paper';
import type { RuleDraft } from '../../../papers/rules/proposals';
import { bundle } from '../../../scripts/library/bundle';
import { fillLibrary } from '../../../scripts/library/fill';
import type { Session } from '../harness/session';
import type { ProbeWindow } from '../in-page/probe';

/** The store's own code, run in a page of the extension that shows nothing. */
export class Probe {
  private constructor(private readonly session: Session) {}

  /** Puts the store's code into the page of the extension that the session keeps, once. */
  static async open(session: Session): Promise<Probe> {
    const isThere = () => 'offprintProbe' in globalThis;
    if (!(await session.inExtension(isThere)))
      await session.inExtension(await bundle('tests/e2e/in-page/probe.ts'));
    return new Probe(session);
  }

  /** What in the store disagrees with what it is derived from. */
  inconsistencies(): Promise<string[]> {
    return this.session.inExtension(() =>
      (globalThis as unknown as ProbeWindow).offprintProbe.inconsistencies(),
    );
  }

  /** Deletes everything there is. */
  empty(): Promise<void> {
    return this.session.inExtension(() =>
      (globalThis as unknown as ProbeWindow).offprintProbe.empty(),
    );
  }

  /** Fills the store with a made-up list in place of what was there. */
  async fill(count: number): Promise<void> {
    await this.empty();
    await fillLibrary(this.session, { seed: 2, count });
  }

  /** Saves papers as from a digest, each with its tags; the last one is the newest. */
  save(papers: readonly Paper[], tags: readonly (readonly string[])[] = []): Promise<void> {
    return this.session.inExtension(
      (...wanted) => (globalThis as unknown as ProbeWindow).offprintProbe.save(...wanted),
      papers,
      tags,
    );
  }

  /** Writes a note in place of what there is. */
  note(id: PaperId, text: string): Promise<void> {
    return this.session.inExtension(
      (...given) => (globalThis as unknown as ProbeWindow).offprintProbe.note(...given),
      id,
      text,
    );
  }

  /** Puts a tag on a paper. */
  async tag(id: PaperId, name: string): Promise<void> {
    await this.session.inExtension(
      async (...given) => {
        await (globalThis as unknown as ProbeWindow).offprintProbe.tag(...given);
      },
      id,
      name,
    );
  }

  /** Meets papers on a day's list; those that are unknown become new. */
  meet(day: string, papers: readonly Paper[]): Promise<void> {
    return this.session.inExtension(
      (...met) => (globalThis as unknown as ProbeWindow).offprintProbe.meet(...met),
      day,
      papers,
    );
  }

  /** Sights papers as new ones on a digest, just now. */
  recordSighting(papers: readonly Paper[]): Promise<void> {
    return this.session.inExtension(
      (...wanted) => (globalThis as unknown as ProbeWindow).offprintProbe.recordSighting(...wanted),
      papers,
    );
  }

  /** Dismisses papers, wherever they stand. */
  dismiss(ids: readonly PaperId[]): Promise<void> {
    return this.session.inExtension(
      (...given) => (globalThis as unknown as ProbeWindow).offprintProbe.dismiss(...given),
      ids,
    );
  }

  /** Has a reader decide on sixty papers, and works out what of four new ones on a day is likely. */
  likely(day: string): Promise<void> {
    return this.session.inExtension(
      (wanted) => (globalThis as unknown as ProbeWindow).offprintProbe.likely(wanted),
      day,
    );
  }

  /** Makes a rule and lets it judge what is there. */
  rule(draft: RuleDraft): Promise<void> {
    return this.session.inExtension(
      (wanted) => (globalThis as unknown as ProbeWindow).offprintProbe.rule(wanted),
      draft,
    );
  }

  /** How many papers are new, and of those how many are muted or followed. */
  news(): Promise<{ new: number; muted: number; followed: number }> {
    return this.session.inExtension(() =>
      (globalThis as unknown as ProbeWindow).offprintProbe.news(),
    );
  }

  /** Snoozes a paper until a moment ago. */
  snoozeUntilNow(id: PaperId): Promise<void> {
    return this.session.inExtension(
      (wanted) => (globalThis as unknown as ProbeWindow).offprintProbe.snoozeUntilNow(wanted),
      id,
    );
  }

  /** How many papers are in each state, carry each tag (`#thesis`), and are `starred`. */
  counted(): Promise<Record<string, number>> {
    return this.session.inExtension(() =>
      (globalThis as unknown as ProbeWindow).offprintProbe.counted(),
    );
  }
}
