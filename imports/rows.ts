import * as v from 'valibot';
import { ruleEffects, ruleSubjects } from '../papers/rules/rule';
import { instant } from '../papers/schema';

const moment = { at: instant, device: v.string() };
/** When a word was said; see `Stamp`. */
export const stamp = v.object({ ...moment, again: v.optional(v.nullable(v.object(moment))) });

/** Before stamps were kept, a word counted as said as early as can be. */
const unstamped = { at: 0, device: '' };

const gone = v.object({ id: v.string(), isGone: v.literal(true), stamp });

/** One schema for entries that have a field, another for those that have not. */
function having(field: string, has: v.GenericSchema, lacks: v.GenericSchema) {
  return v.lazy((entry) =>
    typeof entry === 'object' && entry !== null && field in entry ? has : lacks,
  );
}

const list = v.object({
  id: v.string(),
  name: v.string(),
  icon: v.string(),
  query: v.string(),
  order: v.string(),
  isPinned: v.boolean(),
  at: instant,
  stamp: v.optional(stamp, unstamped),
});

const hue = v.pipe(v.number(), v.minValue(0), v.maxValue(360));
const named = { key: v.string(), name: v.string() };
const hued = v.object({ ...named, hue, stamp: v.optional(stamp, unstamped) });
/** That the reader took its hue away. */
const unhued = v.object({ ...named, stamp });

const rule = v.pipe(
  v.object({
    id: v.string(),
    effect: v.picklist(ruleEffects),
    subject: v.picklist(ruleSubjects),
    value: v.string(),
    saves: v.optional(v.boolean()),
    tags: v.optional(v.array(v.string())),
    createdAt: instant,
    stamp: v.optional(stamp),
  }),
  v.transform((row) => ({ ...row, stamp: row.stamp ?? { at: row.createdAt, device: '' } })),
);

/** A smart list of a backup, or what is left of it. */
export const listRow = having('isGone', gone, list);

/** A rule of a backup, or what is left of it. */
export const ruleRow = having('isGone', gone, rule);

/** What was said of the hue of a tag. */
export const look = having('hue', hued, unhued);
