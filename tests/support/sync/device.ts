import { noteStamp, rewritten } from '../../../papers/words/note';
import { nextStamp, type Stamp } from '../../../papers/words/stamp';
import type { Standing } from '../../../papers/words/words';
import type { PaperWords } from '../../../sync/local';
import type { Remote } from '../../../sync/remotes/remote';
import { newDevice } from '../../../sync/round/ready';
import type { Choices } from '../../../sync/round/round';
import { round } from '../../../sync/round/round';
import type { Tools } from '../../../sync/round/tools';
import type { OpenVault } from '../../../sync/vault/vault';
import { MemoryLocal } from './memory-local';

/** A seeded source of chance: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Bytes of a seeded source. */
export function randomBytes(chance: () => number): (count: number) => Uint8Array {
  return (count) => Uint8Array.from({ length: count }, () => Math.floor(chance() * 256));
}

/** A reader's device: a store, a clock, and what to say on it. */
export class Device {
  local: MemoryLocal;
  readonly chance: () => number;
  /** How far its clock is off, in ms. */
  skew = 0;

  constructor(
    readonly name: string,
    readonly world: { now: number; remote: Remote },
    seed: number,
  ) {
    this.chance = seeded(seed);
    this.local = new MemoryLocal(name, () => this.now());
  }

  now(): number {
    return this.world.now + this.skew;
  }

  tools(over: Partial<Tools> = {}): Tools {
    return {
      local: this.local,
      remote: this.world.remote,
      now: () => this.now(),
      random: randomBytes(this.chance),
      wait: async () => {},
      signal: new AbortController().signal,
      app: '1.0',
      ...over,
    };
  }

  /** Sets sync up with a vault that is open already: deriving keys from a code takes its time. */
  async join({ file, keys }: OpenVault): Promise<void> {
    await this.local.restart(newDevice(this.tools(), { file, keys, name: this.name }));
  }

  round(choices?: Choices, over?: Partial<Tools>) {
    return round(this.tools(over), choices);
  }

  said(id: string): PaperWords {
    return this.local.state.papers.get(id) ?? { words: {} };
  }

  /** On a paper that was purged words build on that, too. */
  private stamp(...before: readonly (Stamp | undefined)[]): Stamp {
    return nextStamp(this.now(), this.local.state.stampDevice, ...before);
  }

  stand(id: string, state: Standing['state']): void {
    const { words, ...rest } = this.said(id);
    const stamp = this.stamp(rest.gone?.stamp, words.standing?.stamp);
    const standing = { value: { state, savedAt: 5 }, stamp };
    this.local.say(id, { ...rest, words: { ...words, standing } });
  }

  star(id: string, value: boolean): void {
    const { words, ...rest } = this.said(id);
    const stamp = this.stamp(rest.gone?.stamp, words.starred?.stamp);
    this.local.say(id, { ...rest, words: { ...words, starred: { value, stamp } } });
  }

  note(id: string, text: string): void {
    const { words, ...rest } = this.said(id);
    const stamp = this.stamp(rest.gone?.stamp, noteStamp(words.note));
    this.local.say(id, { ...rest, words: { ...words, note: rewritten(words.note, text, stamp) } });
  }

  tag(id: string, key: string, isOn = true): void {
    const { words, ...rest } = this.said(id);
    const stamp = this.stamp(rest.gone?.stamp, words.tags?.[key]?.stamp);
    const tags = { ...words.tags, [key]: { value: { name: key, isOn }, stamp } };
    this.local.say(id, { ...rest, words: { ...words, tags } });
  }

  purge(id: string): void {
    const { words, gone: before } = this.said(id);
    const { tags = {}, note, standing, starred, queue, openings } = words;
    const said = [standing, starred, queue, openings, ...Object.values(tags)];
    const stamps = [...said.map((word) => word?.stamp), noteStamp(note), before?.stamp];
    const stamp = this.stamp(...stamps);
    const gone = { value: { deletedAt: stamp.at, firstSeenAt: 1 }, stamp };
    this.local.say(id, { words: {}, gone });
  }
}
