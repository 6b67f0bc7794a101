import { applyUpdateV2, Doc, decodeUpdateV2, encodeStateAsUpdateV2, type YMapEvent } from 'yjs';
import type { Bytes } from '../bytes';
import { keyOf, partsOf } from './names';
import type { Shapes } from './values';

/** What one device has in a register that others may have written, too. */
export interface Candidate {
  readonly device: string;
  readonly value: unknown;
}

/** What a document is opened for. */
interface Writer {
  /** Its name in the keys. */
  readonly device: string;
  /** Yjs's: one for each device, never another (a new one for each session makes documents grow). */
  readonly clientId: number;
  /** The newest unless told. */
  readonly shapes?: Shapes;
}

/**
 * A part of what the reader said, as a Yjs document with one flat map: one key for each paper, word and device, so that
 * Yjs never has to choose between two devices (it would take the one with the greater number). Whoever writes a word
 * takes the keys away that he has seen; what is left beside each other was written apart.
 */
export class Document {
  /** Ids that were touched since it was opened. */
  readonly changed = new Set<string>();
  private readonly doc = new Doc({ gc: true, guid: '' });
  private readonly map = this.doc.getMap<unknown>('w');
  private readonly keys = new Map<string, Map<string, Set<string>>>();
  private own: Uint8Array[] | undefined;

  /**
   * @param state As `state()` gave it.
   * @throws Error where that is damaged.
   */
  constructor(
    state: Uint8Array | undefined,
    private readonly writer: Writer,
  ) {
    if (state) applyUpdateV2(this.doc, state);
    // Not before: Yjs gives itself another number where what it takes in has its own.
    this.doc.clientID = writer.clientId;
    this.doc.on('updateV2', (update: Uint8Array) => this.own?.push(update));
    for (const key of this.map.keys()) this.index(key, true);
    this.map.observe((event) => this.note(event));
  }

  /**
   * Takes in what another device wrote, in any order and as often as one likes; what needs something that has not come
   * yet waits inside for it.
   * @param update Whole: see `isUpdate`. Of one that is cut off some of it may be taken in before it throws.
   */
  apply(update: Uint8Array): void {
    applyUpdateV2(this.doc, update);
  }

  /** In which shapes words are to be written. */
  get shapes(): Shapes {
    return this.writer.shapes ?? 2;
  }

  /** The words of one paper: the names of its groups. */
  groups(id: string): readonly string[] {
    return [...(this.keys.get(id)?.keys() ?? [])].sort();
  }

  /** Whoever's ids there are. */
  ids(): readonly string[] {
    return [...this.keys.keys()];
  }

  /** What stands in one register: one candidate, unless devices wrote apart. */
  read(id: string, group: string): readonly Candidate[] {
    return [...(this.keys.get(id)?.get(group) ?? [])].sort().map((device) => ({
      device,
      value: this.map.get(keyOf({ id, group, device })),
    }));
  }

  /** Tells whether this device has written a register that stands. */
  has(id: string, group: string): boolean {
    return this.keys.get(id)?.get(group)?.has(this.writer.device) ?? false;
  }

  /**
   * Does some writing and hands out what of it others need.
   * @returns `undefined` where nothing was written.
   */
  write(work: (document: Document) => void): Bytes | undefined {
    this.own = [];
    try {
      this.doc.transact(() => work(this));
      return this.own[0] as Bytes | undefined;
    } finally {
      this.own = undefined;
    }
  }

  /** Sets a register, in place of all that is seen of it. Only within `write`. */
  set(id: string, group: string, value: unknown): void {
    this.remove(id, group, this.writer.device);
    this.map.set(keyOf({ id, group, device: this.writer.device }), value);
  }

  /** Takes away all that is seen of a register. Only within `write`. */
  remove(id: string, group: string, but?: string): void {
    for (const device of this.keys.get(id)?.get(group) ?? [])
      if (device !== but) this.map.delete(keyOf({ id, group, device }));
  }

  /** All of it, what waits included. */
  state(): Bytes {
    return encodeStateAsUpdateV2(this.doc) as Bytes;
  }

  private note(event: YMapEvent<unknown>): void {
    for (const key of event.keysChanged) {
      this.index(key, this.map.has(key));
      const parts = partsOf(key);
      if (parts) this.changed.add(parts.id);
    }
  }

  private index(key: string, isThere: boolean): void {
    const parts = partsOf(key);
    if (!parts) return;
    const { id, group, device } = parts;
    const groups = this.keys.get(id) ?? new Map<string, Set<string>>();
    const devices = groups.get(group) ?? new Set<string>();
    if (isThere) devices.add(device);
    else devices.delete(device);
    if (devices.size) groups.set(group, devices);
    else groups.delete(group);
    if (groups.size) this.keys.set(id, groups);
    else this.keys.delete(id);
  }
}

/** Tells whether bytes are an update that can be taken in whole. */
export function isUpdate(bytes: Uint8Array): boolean {
  try {
    decodeUpdateV2(bytes);
    return true;
  } catch {
    return false;
  }
}
