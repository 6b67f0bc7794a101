import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { findBrowsers } from './browsers.mjs';

/** Which drawing each size is made from: the small ones are drawn for their pixels. */
const drawings = { 16: '16.svg', 32: '32.svg', 48: '32.svg', 128: '128.svg' };
const root = fileURLToPath(new URL('../', import.meta.url));

const browser = await puppeteer.launch({
  executablePath: findBrowsers().chromium,
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
for (const [size, drawing] of Object.entries(drawings)) {
  const svg = await readFile(`${root}assets/icon/${drawing}`, 'utf8');
  await page.setViewport({ width: Number(size), height: Number(size) });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${svg}`);
  await writeFile(
    `${root}public/icon/${size}.png`,
    await page.screenshot({ omitBackground: true, type: 'png' }),
  );
}
await browser.close();
