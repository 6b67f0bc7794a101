import { expect } from 'vitest';
import type { Paper } from '../../papers/paper';
import type { Rule } from '../../papers/rules/rule';
import { recordsOf } from '../../store/records/queries';
import { refreshVerdicts } from '../../store/rules/refresh';
import { saveRule } from '../../store/rules/rules';
import { paper } from './store';

/** A paper on Gaussian splatting. */
export const gauss = (id: string, more: Partial<Paper> = {}) =>
  paper(id, { title: `3D Gaussian ${id}`, ...more });

/** A paper of ByteDance. */
export const byteDance = (id: string, more: Partial<Paper> = {}) =>
  paper(id, { organization: 'ByteDance', ...more });

/** Makes a rule, a follow rule of an organization where nothing else is said, and applies it. */
export async function make(
  words: Partial<Rule> & Pick<Rule, 'id' | 'value'>,
  now = 500,
): Promise<void> {
  const rule = { effect: 'follow', subject: 'organization', ...words } as const;
  expect(await saveRule(rule, now)).toBeUndefined();
  await refreshVerdicts(now);
}

/** Makes and applies a rule that mutes a phrase. */
export const mute = (value: string, now?: number) =>
  make({ id: `mute ${value}`, effect: 'mute', subject: 'phrase', value }, now);

/** A paper as it is stored. */
export async function recordOf(id: string) {
  const [record] = await recordsOf([id]);
  if (!record) throw new Error(`${id} is not there`);
  return record;
}

/** The ids of papers or rules, in order. */
export const ids = (papers: readonly { readonly id: string }[]) => papers.map(({ id }) => id);
