import { spawnSync } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

/** Moments and zones at which something that counts days may go wrong. */
const clocks = [
  { what: 'a Sunday', now: '2027-01-03T09:00:00Z', zone: 'UTC' },
  { what: 'a Saturday', now: '2027-01-02T09:00:00Z', zone: 'UTC' },
  { what: 'the last half hour of a year', now: '2026-12-31T23:30:00Z', zone: 'UTC' },
  { what: '29 February', now: '2028-02-29T12:00:00Z', zone: 'UTC' },
  { what: 'an hour that comes twice', now: '2026-11-01T05:30:00Z', zone: 'America/New_York' },
  { what: 'the end of an hour left out', now: '2027-03-14T07:00:00Z', zone: 'America/New_York' },
  { what: 'an hour that comes twice', now: '2026-10-25T00:30:00Z', zone: 'Europe/Berlin' },
  { what: 'the eve of an hour left out', now: '2027-03-28T00:30:00Z', zone: 'Europe/Berlin' },
  { what: 'a day ahead of UTC', now: '2026-11-30T11:00:00Z', zone: 'Pacific/Kiritimati' },
  { what: 'half an hour before midnight', now: '2026-12-01T03:00:00Z', zone: 'America/St_Johns' },
];

const path = `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`;
const given = process.argv.slice(2);
let failed = 0;

for (const { what, now, zone } of clocks) {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync('vitest', ['run', ...given], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: path, OFFPRINT_NOW: now, TZ: zone },
  });
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  if (status !== 0) {
    failed += 1;
    console.log(`${stdout}\n${stderr}`);
  }
  console.log(`${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s: ${what}, ${now} in ${zone}`);
}
console.log(`${clocks.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
