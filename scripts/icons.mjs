import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { findBrowsers } from './browsers.mjs';

/** Which drawing each size is made from: the small ones are drawn for their pixels. */
const drawings = { 16: '16.svg', 32: '32.svg', 48: '32.svg', 128: '128.svg' };
/** What the icon says of the paper in the tab: white on a disc, on a grid of 16, where no browser puts the badge. */
const marks = {
  unread: '<circle cx="4.5" cy="11.5" r="1.5" fill="#fffdf9"/>',
  reading:
    '<path d="M4.5 9a2.5 2.5 0 0 0 0 5z" fill="#fffdf9"/><circle cx="4.5" cy="11.5" r="2.5" fill="none" stroke="#fffdf9"/>',
  read: '<path d="M2.3 11.6 4 13.3 6.9 9.9" fill="none" stroke="#fffdf9" stroke-width="1.4"/>',
};
const disc = '<circle cx="4.5" cy="11.5" r="4" fill="#2b2622" stroke="#fffdf9"/>';
const root = fileURLToPath(new URL('../', import.meta.url));

const browser = await puppeteer.launch({
  executablePath: findBrowsers().chromium,
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();

async function draw(svg, size, name) {
  await page.setViewport({ width: Number(size), height: Number(size) });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${svg}`);
  await writeFile(
    `${root}public/icon/${name}.png`,
    await page.screenshot({ omitBackground: true, type: 'png' }),
  );
}

for (const [size, drawing] of Object.entries(drawings)) {
  const svg = await readFile(`${root}assets/icon/${drawing}`, 'utf8');
  await draw(svg, size, size);
  if (Number(size) > 32) continue;
  for (const [state, mark] of Object.entries(marks)) {
    const marked = `<g transform="scale(${Number(size) / 16})">${disc}${mark}</g></svg>`;
    await draw(svg.replace('</svg>', marked), size, `${state}-${size}`);
  }
}
await browser.close();
