import type { RemoteErrorKind } from './remote';

/** What a storage did that it should not have. */
export type ProbeOddity =
  /** What was written was not there, or not listed, right after. */
  | 'late'
  /** Less came back than was written. */
  | 'truncated'
  /** Something else came back than was written. */
  | 'altered'
  /** After writing again the old content came back. */
  | 'stale'
  /** Writing again made a second file, as `name (1)`. */
  | 'keepsBoth'
  /** Not all files are listed. */
  | 'listsNotAll'
  /** A file that was never written came back. */
  | 'inventsFiles'
  /** What was taken away is still there. */
  | 'keepsRemoved'
  /** Files of the trial could not be taken away. */
  | 'leftBehind';

/** What the reader may want to know of a storage that works. */
type ProbeRemark =
  /** Only files smaller than those that are written at first; `detail` is how many bytes one may have. */
  | 'takesSmallFiles'
  /** Listings do not tell whether a file changed, so that each must be read to know. */
  | 'tellsNoChanges'
  /** Without https, so that whoever is on the way can read user and password. */
  | 'unprotected'
  /** Its clock and this device's are far apart; `detail` are minutes. */
  | 'clocksDiffer';

/** An `unreachable` address with https; a browser does not tell whether it is the certificate. */
export type ProbeCode = RemoteErrorKind | 'unreachableOrUntrusted' | ProbeOddity | ProbeRemark;
