import { hashName, namesOf, type RankedPaper, readTexts } from './features';
import type { Hint } from './hints';

/** A paper that the reader decided on. */
export interface Example {
  readonly id: string;
  readonly paper: RankedPaper;
  readonly likes: boolean;
}

/** Why a paper is likely: what it has, and how often the reader kept papers that have it. */
export interface Reason {
  readonly kind: Hint['kind'];
  readonly text: string;
  readonly saved: number;
  readonly of: number;
  /** The kept paper of those that is most like it. */
  readonly like?: { readonly id: string; readonly title: string };
}

interface Found {
  saved: number;
  of: number;
  /** Of those that were kept, the latest ones. */
  readonly kept: Example[];
}

/** How many reasons are told at most. */
const mostReasons = 3;
/** How many kept examples of a hint are remembered. */
const mostKept = 4;

/** What the reader did with the papers that have what some hints name. */
export class Evidence {
  readonly #found: Map<number, Found>;
  readonly #all = { saved: 0, of: 0 };

  /** @param hints Of all papers that reasons are wanted for. */
  constructor(hints: readonly Hint[]) {
    this.#found = new Map(hints.map(({ hash }) => [hash, { saved: 0, of: 0, kept: [] }]));
  }

  /** Counts a paper that was decided on; each paper once, the latest first. */
  add(example: Example): void {
    this.#all.of += 1;
    if (example.likes) this.#all.saved += 1;
    for (const hash of this.#wantedIn(example.paper)) {
      const found = this.#found.get(hash);
      if (!found) continue;
      found.of += 1;
      if (!example.likes) continue;
      found.saved += 1;
      if (found.kept.length < mostKept) found.kept.push(example);
    }
  }

  /** Kept clearly more often than papers are at all. */
  #isBorneOut({ saved, of }: Found): boolean {
    const usual = this.#all.saved / Math.max(1, this.#all.of);
    return saved > 0 && saved / of >= Math.min(0.5, usual * 1.5);
  }

  #wantedIn(paper: RankedPaper): ReadonlySet<number> {
    const wanted = new Set<number>();
    readTexts(paper, {
      text: () => undefined,
      term: (hash) => {
        if (this.#found.has(hash)) wanted.add(hash);
      },
    });
    for (const { kind, name } of namesOf(paper)) {
      const hash = hashName(kind, name);
      if (this.#found.has(hash)) wanted.add(hash);
    }
    return wanted;
  }

  /**
   * The reasons for a paper: of its hints those that the reader's own decisions bear out, the best first. No two
   * of them have a word in common.
   */
  reasonsFor(hints: readonly Hint[]): Reason[] {
    const borne = hints
      .map((hint) => ({ hint, found: this.#found.get(hint.hash) }))
      .filter(({ found }) => found && this.#isBorneOut(found))
      .map(({ hint, found }) => ({
        hint,
        found: found as Found,
        is: strength(hint, found as Found),
      }))
      .sort((one, other) => other.is - one.is);
    const told: typeof borne = [];
    const words = new Set<string>();
    for (const one of borne) {
      const own = wordsIn(one.hint.text);
      if (told.length === mostReasons || own.some((word) => words.has(word))) continue;
      told.push(one);
      for (const word of own) words.add(word);
    }
    const like = likest(told.map(({ found }) => found));
    return told.map(({ hint: { kind, text }, found: { saved, of } }, at) => ({
      ...{ kind, text, saved, of },
      ...(at === 0 && like ? { like } : {}),
    }));
  }
}

/** What weighs much and was kept often is a better reason than what was met once. */
function strength({ weighs }: Hint, { saved, of }: Found): number {
  return (weighs * saved) / (of + 1);
}

/** The kept paper that most of the reasons have in common; of several the latest. */
function likest(found: readonly Found[]): Reason['like'] {
  const counts = new Map<Example, number>();
  for (const { kept } of found)
    for (const example of kept) counts.set(example, (counts.get(example) ?? 0) + 1);
  let best: Example | undefined;
  for (const [example, count] of counts)
    if (!best || count > (counts.get(best) ?? 0)) best = example;
  const title = best?.paper.title;
  return best && title ? { id: best.id, title } : undefined;
}

function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
}
