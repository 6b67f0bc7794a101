import { beforeEach, expect, it, vi } from 'vitest';
import { lent } from '../../content/page/lend';
import { type SharedPage, sharePage } from '../../content/page/shared-page';

const standIn = () => import('../../content/page/lent');

beforeEach(() => {
  vi.resetModules();
});

it('lends what stands for it in the scripts that follow, under the same names', async () => {
  const closing = new AbortController();
  sharePage({} as Partial<SharedPage> as SharedPage, lent, closing.signal);
  expect({ ...(await standIn()) }).toEqual(lent);
  closing.abort();
});

it('lets a script that finds nothing lent begin, and end at once', async () => {
  Reflect.deleteProperty(globalThis, Symbol.for('offprint.lent'));
  const { ContentScriptContext, once } = await standIn();
  const { isValid, signal } = new ContentScriptContext('bar');
  expect([isValid, signal.aborted]).toEqual([false, true]);
  expect(() => once(() => 1)()).not.toThrow();
});
