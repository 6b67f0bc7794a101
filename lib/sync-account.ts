import * as v from 'valibot';
import { browser } from './browser';

/** A folder on a WebDAV server. */
export interface WebDavAccount {
  readonly kind: 'webdav';
  /** With a slash at its end. */
  readonly address: string;
  readonly user: string;
  readonly password: string;
  /** Below the address; without slashes at its ends. */
  readonly folder: string;
}

/** A bucket that speaks S3. */
export interface BucketAccount {
  readonly kind: 's3';
  /** Of the service, without the bucket. */
  readonly address: string;
  readonly region: string;
  readonly bucket: string;
  readonly keyId: string;
  readonly secret: string;
  readonly folder: string;
}

/** Where the reader's devices meet, and how this one gets in. */
export type SyncAccount = WebDavAccount | BucketAccount;

/** Apart from all else: in no backup, no export and nothing that is sent but the requests to the account itself. */
const key = 'syncAccount';

const schema = v.variant('kind', [
  v.object({
    kind: v.literal('webdav'),
    address: v.string(),
    user: v.string(),
    password: v.string(),
    folder: v.string(),
  }),
  v.object({
    kind: v.literal('s3'),
    address: v.string(),
    region: v.string(),
    bucket: v.string(),
    keyId: v.string(),
    secret: v.string(),
    folder: v.string(),
  }),
]);

/** Reads the account; `undefined` where there is none, or a damaged one. */
export async function readSyncAccount(): Promise<SyncAccount | undefined> {
  const { success, output } = v.safeParse(schema, (await browser.storage.local.get(key))[key]);
  return success ? output : undefined;
}

/** Keeps the account. */
export async function writeSyncAccount(account: SyncAccount): Promise<void> {
  await browser.storage.local.set({ [key]: account });
}

/** Forgets it. */
export async function forgetSyncAccount(): Promise<void> {
  await browser.storage.local.remove(key);
}

/**
 * What the browser must allow for an account: its one origin, and in Chrome the page that nobody sees in which a round
 * runs while no page is open. Firefox knows no ports in it.
 * @throws TypeError where the address is none.
 */
export function syncNeeds({ address }: Pick<SyncAccount, 'address'>) {
  const { protocol, host, hostname } = new URL(address);
  const origins = [`${protocol}//${import.meta.env.FIREFOX ? hostname : host}/*`];
  return { origins, permissions: import.meta.env.FIREFOX ? [] : ['offscreen' as const] };
}
