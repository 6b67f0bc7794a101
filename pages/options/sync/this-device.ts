import { browser } from '../../../lib/browser';

/** The version of Offprint. */
export function appVersion(): string {
  return browser.runtime.getManifest().version;
}

/** What this device is called until the reader says otherwise. */
export function deviceName(): string {
  const { userAgent } = navigator;
  const browserName = /Firefox/.test(userAgent)
    ? 'Firefox'
    : /Edg\//.test(userAgent)
      ? 'Edge'
      : 'Chrome';
  const [system = ''] = /Windows|Mac OS|Linux|Android|CrOS/.exec(userAgent) ?? [];
  return [browserName, system.replace('CrOS', 'ChromeOS')].filter(Boolean).join(', ');
}
