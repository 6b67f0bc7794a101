import * as v from 'valibot';
import { type Bytes, bytesOf, textOf } from '../bytes';
import type { Own, Peer } from '../local';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const name = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/));

const schema = v.object({
  device: name,
  count,
  nonce: v.string(),
  /** Of its last heads, this one the last. */
  trail: v.array(v.object({ nonce: v.string(), at: v.number() })),
  /** Devices that have to begin anew, since another profile wrote under their name, and since when it may have. */
  forked: v.record(name, v.number()),
  /** ms since the epoch, by the device's clock. */
  at: v.number(),
  name: v.string(),
  app: v.string(),
  /** The number of the vault's file that it uses. */
  vault: count,
  seq: count,
  /** Those after the snapshot, in order. */
  segments: v.array(name),
  snapshot: v.optional(v.object({ seq: count, files: v.array(name) })),
  packs: v.array(name),
  /** Up to which segment it has read whom. */
  merged: v.record(name, count),
  /** Files of others that it cannot read. */
  missing: v.array(v.string()),
});

/** What a device says of itself, in the one file of its that is written more than once. */
export type Head = v.InferOutput<typeof schema>;

/**
 * Reads a head.
 * @throws SyntaxError, TypeError or ValiError where it is none.
 */
export function readHead(bytes: Bytes): Head {
  return v.parse(schema, JSON.parse(textOf(bytes)));
}

/** A head as it lies in its file. */
export function headBytes(head: Head): Bytes {
  return bytesOf(JSON.stringify(head));
}

/** What a device has to say of itself. */
export function headOf(own: Own, peers: readonly Peer[], app: string): Head {
  const { device, nonce, at, seq, segments, snapshot, packs, missing } = own;
  const merged = Object.fromEntries(peers.map((peer) => [peer.device, peer.merged]));
  return {
    ...{ device, count: own.count, nonce, at, name: own.name, app, vault: own.file.count, seq },
    ...{ trail: [...own.trail], forked: { ...own.forked } },
    ...{ segments: [...segments], packs: [...packs], merged, missing: [...missing] },
    ...(snapshot ? { snapshot: { seq: snapshot.seq, files: [...snapshot.files] } } : {}),
  };
}
