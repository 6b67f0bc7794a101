import type { Said } from './facts';
import type { FactField, Source } from './sources';

/**
 * Who said what, as it is stored: mostly one source said all, so a source with its moment stands once
 * beside the fields it told: `[source, at, version, fields]`.
 */
export type Saying = readonly [Source, number, number | null, readonly FactField[]];

/** Packs who said each field. */
export function packSayings(said: Readonly<Partial<Record<FactField, Said>>>): readonly Saying[] {
  const byKey = new Map<string, { said: Said; fields: FactField[] }>();
  for (const [field, one] of Object.entries(said) as [FactField, Said][]) {
    const key = `${one.source} ${one.at} ${one.version ?? ''}`;
    const entry = byKey.get(key) ?? { said: one, fields: [] };
    entry.fields.push(field);
    byKey.set(key, entry);
  }
  return [...byKey.values()].map(({ said: { source, at, version }, fields }) => [
    source,
    at,
    version ?? null,
    fields,
  ]);
}

/** Unpacks who said each field. */
export function unpackSayings(
  sayings: readonly Saying[] = [],
): Readonly<Partial<Record<FactField, Said>>> {
  return Object.fromEntries(
    sayings.flatMap(([source, at, version, fields]) => {
      const said: Said = version === null ? { source, at } : { source, at, version };
      return fields.map((field) => [field, said]);
    }),
  );
}
