import { Random } from '../library/random';
import { type Day, type DayPaper, keywordsOf } from './days';

/** A reader of seeded interests, who goes through every day. */
export interface Reader {
  /** What is liked on a day, counted from 0. */
  likesOn(day: number): readonly string[];
  /** What becomes of a paper: saved, dismissed, or passed over. */
  decide(paper: DayPaper, day: number): boolean | undefined;
}

/** How one kind of reader differs from the plain one. */
interface Kind {
  readonly name: string;
  /** How many of the four interests are others from the day of change on. */
  readonly changed?: number;
  readonly isNarrowAndBroad?: boolean;
  readonly savesOnly?: boolean;
  /** On how many papers is decided a day; the others are passed over. */
  readonly perDay?: number;
}

export const kinds: readonly Kind[] = [
  { name: 'four interests' },
  { name: 'two of four change', changed: 2 },
  { name: 'all four change', changed: 4 },
  { name: 'one narrow, one broad', isNarrowAndBroad: true },
  { name: 'saves only', savesOnly: true },
  { name: '200 decisions a week', perDay: 200 / 7 },
  { name: '20 decisions a week', perDay: 20 / 7 },
];

/** On which day interests change. */
export const changeDay = 20;
const noise = 0.1;
const savedOfNoise = 0.15;

/** Tells whether a paper is one for some interests. */
export function isRelevant({ keywords }: DayPaper, likes: readonly string[]): boolean {
  return likes.some((keyword) => keywords.has(keyword));
}

/**
 * A reader of a kind: the same for the same seed.
 * @param days Those of which the interests are drawn.
 */
export function readerOf(kind: Kind, days: readonly Day[], seed: number): Reader {
  const stream = new Random(seed, 16);
  const random = () => stream.fraction();
  const keywords = keywordsOf(days);
  const likes = interestsOf(kind, keywords, random);
  const others = draw(
    keywords.filter((keyword) => !likes.includes(keyword)),
    kind.changed ?? 0,
    random,
  );
  const later = [...likes.slice(kind.changed ?? 0), ...others];
  const likesOn = (day: number) => (day < changeDay ? likes : later);
  return {
    likesOn,
    decide(paper, day) {
      const share = (kind.perDay ?? Number.POSITIVE_INFINITY) / (days[day]?.length || 1);
      if (random() >= share) return undefined;
      const saves = random() < noise ? random() < savedOfNoise : isRelevant(paper, likesOn(day));
      return kind.savesOnly && !saves ? undefined : saves;
    },
  };
}

function interestsOf(
  { isNarrowAndBroad }: Kind,
  keywords: readonly string[],
  random: () => number,
): string[] {
  if (!isNarrowAndBroad) return draw(keywords, 4, random);
  const quarter = Math.ceil(keywords.length / 4);
  return [
    ...draw(keywords.slice(0, quarter), 1, random),
    ...draw(keywords.slice(-quarter), 1, random),
  ];
}

function draw(from: readonly string[], count: number, random: () => number): string[] {
  const left = [...from];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat();
}
