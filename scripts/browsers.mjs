import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const windowsFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
  .map((name) => process.env[name])
  .filter((folder) => folder !== undefined);

const onWindows = (path) => windowsFolders.map((folder) => join(folder, path));

const candidates = {
  chromium: {
    variable: 'OFFPRINT_CHROMIUM',
    commands: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'microsoft-edge',
      'microsoft-edge-stable',
    ],
    files: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ...onWindows('Google\\Chrome\\Application\\chrome.exe'),
      ...onWindows('Microsoft\\Edge\\Application\\msedge.exe'),
    ],
  },
  firefox: {
    variable: 'OFFPRINT_FIREFOX',
    commands: ['firefox', 'firefox-esr'],
    files: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      ...onWindows('Mozilla Firefox\\firefox.exe'),
    ],
  },
};

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function find({ variable, commands, files }) {
  const chosen = process.env[variable];
  if (chosen) return isExecutable(chosen) ? chosen : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const inPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...inPath, ...files].find(isExecutable);
}

/**
 * Finds the browsers that tests and demo drive: one of the Chromium family and a Firefox.
 * OFFPRINT_CHROMIUM and OFFPRINT_FIREFOX name others.
 */
export function findBrowsers() {
  return { chromium: find(candidates.chromium), firefox: find(candidates.firefox) };
}
