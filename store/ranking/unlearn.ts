import { unawaited } from '../database/requests';

/** Says in `profile` that the log of decisions has lost something that may have been learned from. */
export const unlearnedKey = 'unlearned';

/**
 * Notes, within a running transaction, that something is taken out of the log of decisions: it is learned anew
 * from what is left, since a lesson has no exact inverse. Each note is another, so that one who learns meanwhile
 * sees it.
 * @param profile The store of that name.
 */
export function unlearn(profile: {
  put(value: unknown, key: typeof unlearnedKey): Promise<unknown>;
}): void {
  unawaited(profile.put(crypto.randomUUID(), unlearnedKey));
}
