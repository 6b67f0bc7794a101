import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { digestOf } from '../fixtures/papers';
import { serveDigest } from '../fixtures/svelte/page';
import { useHarness } from './harness/suite';
import { DigestPage } from './pages/digest-page';
import { PageBar } from './pages/page-bar';

interface TraceEvent {
  readonly name: string;
  readonly args: { readonly beginData?: { readonly stackTrace?: readonly { url: string }[] } };
}

/** How often a script of the extension made the page work out styles or layout while something went on. */
async function forcedLayouts(page: Page, work: () => Promise<unknown>): Promise<number> {
  const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline.stack'];
  await page.tracing.start({ categories });
  await work();
  const trace = new TextDecoder().decode(await page.tracing.stop());
  const { traceEvents } = JSON.parse(trace) as { traceEvents: readonly TraceEvent[] };
  return traceEvents.filter(({ name, args }) => {
    const stack = args.beginData?.stackTrace ?? [];
    return (
      (name === 'Layout' || name === 'UpdateLayoutTree') &&
      stack.some(({ url }) => url.startsWith('chrome-extension://'))
    );
  }).length;
}

// Firefox has no trace that names who forced a layout.
describe('chromium', () => {
  const harness = useHarness('chromium');

  test('120 cards cost one measuring pass at most', async () => {
    const { site, session } = harness;
    const url = await serveDigest(site, { day: '2026-03-27', papers: digestOf(120) });
    const page = await session.open('about:blank');
    const digest = new DigestPage(page);
    const bar = new PageBar(page);
    const mounting = await forcedLayouts(page, async () => {
      await page.goto(url);
      await digest.isMarked();
      await bar.says('120 new');
    });
    expect(mounting).toBeLessThanOrEqual(1);
    const walking = await forcedLayouts(page, async () => {
      await bar.press('next');
      await bar.press('next');
    });
    expect(walking, 'measuring that the trace is known to see').toBeGreaterThan(0);
  });
});
