/** Why the store could not do what it was asked; each has its sentence in the catalogue. */
export type StoreErrorCode =
  | 'refused'
  | 'newer'
  | 'full'
  | 'migration'
  | 'blocked'
  | 'tooLarge'
  | 'failed';

/** An error of the store that a reader can be told. Nothing was changed when it is thrown. */
export class StoreError extends Error {
  constructor(
    readonly code: StoreErrorCode,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${detail}`, options);
    this.name = 'StoreError';
  }
}

/** What the names of IndexedDB's exceptions tell; https://w3c.github.io/IndexedDB/#exceptions. */
const codes: Readonly<Record<string, StoreErrorCode>> = {
  QuotaExceededError: 'full',
  VersionError: 'newer',
};

/**
 * Turns whatever IndexedDB threw into a `StoreError`.
 * @param fallback The code when the error's name does not tell.
 */
export function storeError(cause: unknown, fallback: StoreErrorCode = 'failed'): StoreError {
  if (cause instanceof StoreError) return cause;
  const { name = '' } = Object(cause) as Partial<Error>;
  return new StoreError(codes[name] ?? fallback, String(cause), { cause });
}
