import { isSaved, type PaperId } from '../paper';
import type { PaperRecord } from '../record';

/** That a paper has a newer version than the one that the reader saved. */
export interface VersionNews {
  /** The version that was saved; absent where it is only known to be an older one. */
  readonly from?: number;
  readonly to: number;
}

type Versioned = Pick<
  PaperRecord,
  'state' | 'version' | 'savedVersion' | 'revisedAt' | 'savedAt' | 'savedDay'
>;

/**
 * Tells whether a saved paper has a newer version than when it was saved. Where the version of then is not known, or one that
 * there never was (an address may name any), the day
 * of the newest one tells, if it is a later day than that of saving.
 */
export function versionNews(record: Versioned): VersionNews | undefined {
  const { state, version = 0, savedVersion, revisedAt, savedAt, savedDay } = record;
  if (version < 2 || !isSaved(state) || savedVersion === version) return undefined;
  if (savedVersion !== undefined && savedVersion < version)
    return { from: savedVersion, to: version };
  if (revisedAt === undefined || savedAt === undefined) return undefined;
  const saved = savedDay ?? new Date(savedAt).toISOString().slice(0, 10);
  if (revisedAt.slice(0, 10) <= saved) return undefined;
  return version === 2 ? { from: 1, to: 2 } : { to: version };
}

/** Where arXiv tells what a paper's versions are. */
export interface VersionAddresses {
  /** The newest version's page, at its list of all versions with their days and sizes. */
  readonly history: string;
  /** The page of the version that was saved, where that is known. */
  readonly saved?: string;
}

/**
 * The pages on which arXiv shows two versions. It has no comparison of its own: the list of versions is the nearest, with what the
 * authors say has changed above it.
 * @returns `undefined` of a paper that is not on arXiv.
 */
export function versionAddresses(
  { id, aliases = [] }: { readonly id: PaperId; readonly aliases?: readonly PaperId[] },
  { from, to }: VersionNews,
): VersionAddresses | undefined {
  const own = [id, ...aliases].find((one) => one.startsWith('arxiv:'))?.slice('arxiv:'.length);
  if (own === undefined) return undefined;
  const page = `https://arxiv.org/abs/${own}`;
  return {
    history: `${page}v${to}#:~:text=Submission%20history`,
    ...(from === undefined ? {} : { saved: `${page}v${from}` }),
  };
}
