/** Why a file of the vault cannot be read. */
export const vaultErrorKinds = [
  /** Not a file of ours, cut off, changed, swapped or renamed. */
  'damaged',
  /** Sealed with a key that this device does not have. */
  'unknownKey',
  /** The code is not the vault's. */
  'wrongCode',
  /** Made by a later version of Offprint. */
  'newer',
  /** Asks for what no version of Offprint writes: too cheap or too dear a derivation. */
  'unsafe',
] as const;
export type VaultErrorKind = (typeof vaultErrorKinds)[number];

/** A file of the vault that cannot be read. */
export class VaultError extends Error {
  override readonly name = 'VaultError';

  constructor(
    readonly kind: VaultErrorKind,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(`${kind}: ${detail}`, options);
  }
}
