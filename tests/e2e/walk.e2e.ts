import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { forEachBrowser, useHarness } from './harness/suite';
import { ImportPage } from './pages/import-page';
import { LibraryPage } from './pages/library-page';
import { OptionsPage } from './pages/options-page';
import { textOf, axe } from './harness/page';

const S = '/work/shared/formats';
const f = (p: string) => ({ name: p.split('/').at(-1) ?? '', content: readFileSync(`${S}/${p}`, 'utf8') });
const log: string[] = [];
async function shot(page: Page, name: string) {
  await page.bringToFront();
  await new Promise((r) => setTimeout(r, 300));
  await page.screenshot({ path: `/tmp/in2/shots/${name}.png`, fullPage: true });
  log.push(`## ${name}\n${(await page.evaluate(() => (document.body as HTMLElement).innerText))}`);
  const v = await axe(page); if (v.length) log.push(`AXE ${JSON.stringify(v)}`);
  writeFileSync('/tmp/in2/walk.txt', log.join('\n\n'));
}
async function ways(page: Page, name: string) {
  await page.setViewport({ width: 360, height: 800 }); await shot(page, `${name}-360`);
  await page.setViewport({ width: 640, height: 450, deviceScaleFactor: 2 }); await shot(page, `${name}-200`);
  await page.setViewport({ width: 1280, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]); await shot(page, `${name}-dark`);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
}
async function step(name: string, work: () => Promise<unknown>) {
  const t = Date.now();
  try { await work(); log.push(`-- ${name}: ${Date.now() - t} ms`); } catch (e) { log.push(`!! ${name}: ${String(e).slice(0, 600)}`); }
  writeFileSync('/tmp/in2/walk.txt', log.join('\n\n'));
}
forEachBrowser((name) => {
  const harness = useHarness(name);
  test('walk', async () => {
    const { session } = harness;
    const library = await LibraryPage.open(session);
    await step('first', () => library.says('Bring your list', '.found'));
    await shot(library.page, '01-first');
    const taking = await ImportPage.open(session);
    await shot(taking.page, '02-import-empty');
    await step('choose', async () => {
      await taking.choose([f('papermemory/export.json'), f('zotero-rdf/library.rdf'), f('bibtex/library.bib'), f('bookmarks/firefox.html'), f('ris/truncated.ris'), f('csv/excel-utf16.csv'), f('bibtex/not-bibtex.bib')]);
      await taking.says('Bring in');
    });
    await shot(taking.page, '03-preview'); await ways(taking.page, '03-preview');
    // keyboard
    await step('tabs', async () => {
      const seen: string[] = [];
      await taking.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      for (let i = 0; i < 40; i++) { await taking.page.keyboard.press('Tab'); seen.push(await taking.page.evaluate(() => { const e = document.activeElement as HTMLElement; return `${e.tagName} ${e.getAttribute('type') ?? ''} ${(e.getAttribute('aria-label') ?? e.textContent ?? '').trim().slice(0, 40)} [${(e as HTMLInputElement).labels?.[0]?.textContent?.trim().slice(0,40) ?? ''}]`; })); }
      log.push(seen.join('\n'));
    });
    await step('live', async () => { log.push(JSON.stringify(await taking.page.$$eval('[role=status],[role=alert],[aria-live],progress', (all) => all.map((e) => e.outerHTML.slice(0, 300))))); });
    await step('bring', async () => { await taking.press('Bring in '); await taking.says('came that were not here'); });
    await shot(taking.page, '04-brought'); await ways(taking.page, '04-brought');
    await step('undo', async () => { await taking.press('Undo'); await new Promise((r) => setTimeout(r, 1500)); });
    await shot(taking.page, '05-undone');
    await step('again', async () => {
      await taking.choose([f('papermemory/export.json'), f('zotero-rdf/library.rdf'), f('bibtex/library.bib')]);
      await taking.says('Bring in'); await taking.press('Bring in '); await taking.says('came that were not here');
    });
    await step('library', async () => {
      await library.page.bringToFront();
      await library.goTo('All');
      await shot(library.page, '06-library');
      log.push(JSON.stringify(await library.page.$$eval('button, a', (all) => all.map((e) => e.textContent?.trim()).filter((t) => /export|cite|copy/i.test(t ?? '')))));
    });
    await step('export', async () => {
      for (const b of await library.page.$$('button')) { const t = await b.evaluate((n) => n.textContent ?? ''); if (/Export/.test(t)) { await b.click(); break; } }
      await new Promise((r) => setTimeout(r, 1500));
      await shot(library.page, '07-export'); await ways(library.page, '07-export');
    });
    const options = await OptionsPage.open(session);
    await step('backup', async () => { await options.press('Back up now'); await options.says('1 backup is kept'); });
    await step('download', async () => { writeFileSync('/tmp/in2/backup.jsonl.gz', await options.download()); });
    await shot(options.page, '08-options'); 
    await step('list', async () => { await options.press('1 backup is kept'); await shot(options.page, '09-list'); await options.press('Restore …'); await new Promise((r) => setTimeout(r, 1500)); });
    await shot(options.page, '10-ask'); await ways(options.page, '10-ask');
    await step('focus', async () => { log.push(await options.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 300) ?? '')); });
    await step('restore', async () => { await options.page.click('.asked .main'); await new Promise((r) => setTimeout(r, 2000)); });
    await shot(options.page, '11-restored');
    await step('focus', async () => { log.push(await options.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 300) ?? '')); });
    await step('newer', async () => { await options.give(Buffer.from('{"format":"offprint-backup","version":9}\n')); await new Promise((r) => setTimeout(r, 1000)); await shot(options.page, '12-newer'); });
    await step('cut', async () => { const b = readFileSync('/tmp/in2/backup.jsonl.gz'); await options.give(b.subarray(0, b.length * 0.6)); await new Promise((r) => setTimeout(r, 1500)); await shot(options.page, '13-cut'); });
    await step('none', async () => { await options.give(Buffer.from('{"theme":"dark"}')); await new Promise((r) => setTimeout(r, 1000)); await shot(options.page, '14-none'); });
    await step('bib', async () => { await options.give(Buffer.from('@misc{a, title={T}}')); await new Promise((r) => setTimeout(r, 1000)); await shot(options.page, '15-bib'); });
    await step('undo in options', async () => { await options.press('Undo'); });
    void textOf;
  }, 280_000);
});
