/** Random numbers that are always the same for the same seed. */
export class Random {
  #state: number;

  /** @param salts Whatever tells this stream from the others of the seed. */
  constructor(seed: number, ...salts: readonly number[]) {
    this.#state = salts.reduce((state, salt) => mix(state ^ Math.imul(salt + 1, 0x9e3779b1)), seed);
  }

  /** An integer from 0 to 2³² − 1: one step of mulberry32. */
  bits(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return (bits ^ (bits >>> 14)) >>> 0;
  }

  /** A number from 0 up to, but not including, 1. */
  fraction(): number {
    return this.bits() / 2 ** 32;
  }

  /** An integer; both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  /** True as often as the share says. */
  chance(share: number): boolean {
    return this.fraction() < share;
  }

  /** One of the items, each as likely. */
  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.bits() % items.length] ?? items[0];
  }

  /** A number whose logarithm is normally distributed: few are large. */
  skewed(median: number, spread: number): number {
    const [one, other] = [1 - this.fraction(), this.fraction()];
    const normal = Math.sqrt(-2 * Math.log(one)) * Math.cos(2 * Math.PI * other);
    return median * Math.exp(spread * normal);
  }
}

function mix(state: number): number {
  const half = Math.imul(state ^ (state >>> 16), 0x45d9f3b);
  return half ^ (half >>> 13);
}

/**
 * Picks items by rank as words occur in a text: the n-th of them 1/n times as often as the first.
 */
export class Zipf<T> {
  readonly #slots: readonly T[];

  /** @param items The most frequent first. */
  constructor(items: readonly [T, ...T[]]) {
    const size = 1 << 16;
    const total = items.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0);
    const slots: T[] = [];
    let share = 0;
    for (const [rank, item] of items.entries()) {
      share += 1 / (rank + 1) / total;
      while (slots.length < share * size && slots.length < size) slots.push(item);
    }
    while (slots.length < size) slots.push(items[0]);
    this.#slots = slots;
  }

  /** One of the items. */
  pick(random: Random): T {
    return this.#slots[random.bits() >>> 16] as T;
  }
}
