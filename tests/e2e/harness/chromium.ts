import puppeteer from 'puppeteer-core';
import type { Started, StartOptions } from './start';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
  '--force-prefers-reduced-motion',
];

function flags({ site }: StartOptions): string[] {
  if (!site) return quiet;
  const rules = [
    `MAP *:443 127.0.0.1:${site.port}`,
    'MAP * 127.0.0.1:9',
    'EXCLUDE localhost',
    'EXCLUDE 127.0.0.1',
  ];
  return [
    ...quiet,
    `--host-resolver-rules=${rules.join(', ')}`,
    `--ignore-certificate-errors-spki-list=${site.certificate.fingerprint}`,
  ];
}

/** Starts Chromium (or Chrome, or Edge) through CDP, with the extension unless there is none. */
export async function startChromium(options: StartOptions): Promise<Started> {
  const browser = await puppeteer.launch({
    executablePath: options.executablePath,
    headless: !options.headed,
    pipe: true,
    enableExtensions: true,
    userDataDir: options.userDataDir,
    args: flags(options),
    protocolTimeout: 30_000,
  });
  if (!options.extensionDir) return { browser, extensionOrigin: '' };
  const id = await browser.installExtension(options.extensionDir);
  return { browser, extensionOrigin: `chrome-extension://${id}` };
}
