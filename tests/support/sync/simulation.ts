import { canonical } from '../../../papers/words/stamp';
import type { PaperWords } from '../../../sync/local';
import { MemoryRemote } from '../../../sync/remotes/memory';
import type { Outcome } from '../../../sync/round/report';
import type { OpenVault } from '../../../sync/vault/vault';
import { Device, randomBytes, seeded } from './device';
import { type Faults, FaultyRemote, Killed, noFaults } from './faulty-remote';
import { Oracle } from './oracle';

/** What a history is made of. */
export interface History {
  readonly seed: number;
  readonly devices: number;
  readonly steps: number;
  readonly papers: number;
  /** How many of the steps are edits; most others are rounds. */
  readonly edits: number;
  /** Whether profiles are copied, and the storage goes back in time or is emptied. */
  readonly hasCopies: boolean;
  readonly hasRollbacks: boolean;
  /** Whether the storage takes small files only, and notes are long. */
  readonly isNarrow?: boolean;
}

/** How it ended: nothing in `faults` if all is well. */
export interface Ending {
  readonly faults: readonly string[];
  readonly rounds: number;
  readonly kills: number;
  readonly edits: number;
  /** How often each fault came of the storage, and how many files it refused for their size. */
  readonly met: Faults & { readonly refused: number };
  /** How often a profile was copied, and the storage went back in time. */
  readonly copies: number;
  readonly rollbacks: number;
}

const someFaults: Faults = {
  cutOff: 0.04,
  lostAnswer: 0.03,
  lateFile: 0.04,
  oldListing: 0.05,
  busy: 0.02,
};

const years = 365.25 * 86_400_000;

/** How many bytes a storage takes that takes small files only. */
const narrow = 3_000;

/** One seeded history of a reader's devices: edits, rounds, faults and kills; then quiet rounds. */
export class Simulation {
  private readonly chance: () => number;
  private readonly real = new MemoryRemote();
  private readonly world: { now: number; remote: FaultyRemote };
  private readonly oracle = new Oracle();
  private readonly devices: Device[] = [];
  private readonly counts = { rounds: 0, kills: 0, edits: 0, copies: 0, rollbacks: 0 };
  private old: [string, { bytes: Uint8Array<ArrayBuffer>; tag: string }][] = [];

  constructor(
    private readonly history: History,
    private readonly vault: OpenVault,
  ) {
    this.chance = seeded(history.seed);
    this.world = { now: 1_700_000_000_000, remote: new FaultyRemote(this.real, this.chance) };
    if (history.isNarrow) this.world.remote.limit = narrow;
  }

  async run(): Promise<Ending> {
    for (let at = 0; at < this.history.devices; at += 1) await this.addDevice(at);
    for (let at = 0; at < this.history.steps; at += 1) {
      this.world.now += Math.floor(this.chance() * 3_600_000) + 1;
      await this.step();
    }
    this.world.remote.faults = noFaults;
    await this.settle();
    const faults = this.devices.flatMap((device) =>
      this.oracle.faults(device.local.state.papers).map((fault) => `${device.name} ${fault}`),
    );
    const { met, refused } = this.world.remote;
    return {
      ...this.counts,
      met: { ...met, refused },
      faults: [...faults, ...this.disagreements()],
    };
  }

  private async addDevice(at: number): Promise<void> {
    const device = new Device(`device${at}`, this.world, this.history.seed * 31 + at);
    if (this.chance() < 0.3) device.skew = (this.chance() < 0.5 ? -41 : 1) * years;
    await device.join(this.vault);
    this.devices.push(device);
  }

  private async step(): Promise<void> {
    const device = this.some(this.devices);
    const dice = this.chance();
    if (dice < this.history.edits) this.edit(device);
    else if (dice < 0.96 || this.history.edits > 0.96) await this.round(device);
    else if (dice < 0.98 && this.history.hasCopies) this.copy(device);
    else if (this.history.hasRollbacks) this.turnBack();
  }

  private edit(device: Device): void {
    const id = `arxiv:${Math.floor(this.chance() * this.history.papers)}`;
    const before = device.said(id);
    this.counts.edits += 1;
    const dice = this.chance();
    if (dice < 0.3) device.note(id, this.text());
    else if (dice < 0.5)
      device.stand(id, this.some(['unread', 'reading', 'read', 'deleted'] as const));
    else if (dice < 0.65) device.star(id, this.chance() < 0.5);
    else if (dice < 0.9 || this.history.hasCopies)
      device.tag(id, this.some(['one', 'two', '__proto__']), this.chance() < 0.7);
    else device.purge(id);
    this.oracle.note(id, before, device.said(id));
  }

  private text(): string {
    const name = `text ${this.counts.edits}`;
    if (!this.history.isNarrow) return name;
    // Of what does not become smaller when it is packed.
    const letters = Array.from(randomBytes(this.chance)(narrow), (byte) => byte.toString(36));
    return `${name} ${letters.join('')}`;
  }

  /** A round with faults, and every third one killed somewhere. */
  private async round(device: Device): Promise<void> {
    this.counts.rounds += 1;
    this.world.remote.faults = someFaults;
    let left =
      this.chance() < 0.35 ? Math.floor(this.chance() ** 2 * 40) : Number.POSITIVE_INFINITY;
    const step = () => {
      left -= 1;
      if (left < 0) throw new Killed();
    };
    [this.world.remote.step, device.local.step] = [step, step];
    try {
      await this.answered(device);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      this.counts.kills += 1;
    }
    [this.world.remote.step, device.local.step] = [() => {}, () => {}];
  }

  /** The reader wants everything that comes: most histories delete what few papers there are. */
  private async answered(device: Device): Promise<Outcome> {
    let outcome = await device.round();
    // An emptied storage is filled again first, and then asks what is to go.
    for (let left = 2; left > 0 && outcome.kind !== 'done'; left -= 1)
      if (outcome.kind === 'stopped')
        outcome = await device.round({ answer: { plan: outcome.plan, choice: 'apply' } });
      else if (outcome.kind === 'emptied') outcome = await device.round({ isAgain: true });
    return outcome;
  }

  private copy(device: Device): void {
    if (this.devices.length > this.history.devices + 1) return;
    this.counts.copies += 1;
    const copy = new Device(
      `${device.name}c`,
      this.world,
      this.history.seed * 77 + this.devices.length,
    );
    copy.skew = device.skew;
    copy.local = device.local.copy(() => copy.now());
    this.devices.push(copy);
  }

  /** The storage goes back to how it was at some time, or is emptied. */
  private turnBack(): void {
    this.counts.rollbacks += 1;
    if (this.chance() < 0.5) this.old = [...this.real.files];
    else if (this.chance() < 0.2) this.real.files.clear();
    else if (this.old.length)
      for (const path of [...this.real.files.keys()]) this.real.files.delete(path);
    for (const [path, { bytes }] of this.old) this.real.keep(path, bytes);
  }

  private async settle(): Promise<void> {
    for (let quiet = 0, count = 0; quiet < this.devices.length && count < 60; count += 1) {
      const device = this.devices[count % this.devices.length] as Device;
      this.world.now += 60_000;
      const asked = this.real.asked.length;
      const outcome = await this.answered(device);
      if (outcome.kind !== 'done') throw new Error(`ended as ${JSON.stringify(outcome)}`);
      const isQuiet = !this.real.asked.slice(asked).some((one) => one.startsWith('put'));
      quiet = isQuiet && this.disagreements().length === 0 ? quiet + 1 : 0;
    }
  }

  private disagreements(): readonly string[] {
    const [first] = this.devices as [Device];
    return this.devices.flatMap((device) => {
      const ids = [...device.local.state.papers.keys(), ...first.local.state.papers.keys()];
      const saying = (one: Device, id: string) => canonical(this.compared(one.said(id)));
      const other = ids.filter((id) => saying(device, id) !== saying(first, id));
      return other.map(
        (id) => `${device.name} ${id}: ${saying(device, id)}, not ${saying(first, id)}`,
      );
    });
  }

  /** Copies that wrote under one name may end with one text under two stamps, which is shown once. */
  private compared(said: PaperWords): unknown {
    const { note, ...words } = said.words;
    if (!this.history.hasCopies || !note) return said;
    const texts = [...new Set(note.versions.map(({ text }) => text))].sort();
    return { ...said, words, texts };
  }

  private some<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.chance() * items.length)] as Item;
  }
}
