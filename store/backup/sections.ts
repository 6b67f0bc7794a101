/** What a backup has, list by list in their order: each is an object store. See `Contents`. */
export const sectionNames = [
  'papers',
  'details',
  'notes',
  'lists',
  'tags',
  'rules',
  'tombstones',
  'decisions',
  'past',
] as const;
export type SectionName = (typeof sectionNames)[number];
