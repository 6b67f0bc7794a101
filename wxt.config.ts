import { resolve } from 'node:path';
import preact from '@preact/preset-vite';
import type { Alias, AliasOptions } from 'vite';
import { defineConfig } from 'wxt';
import { pageParts } from './lib/bar-messages';
import { joinFirstLoad } from './scripts/first-load';
import { lend } from './scripts/lend';
import { splitWorker } from './scripts/split-worker';
import { dropUnusedTokens } from './scripts/unused-tokens';
import { requiredHosts } from './sites/hosts';

/** The library, which is told by its address that it stands beside a page. */
const libraryPanel = 'library.html?view=panel';

/** For which browser is built. */
let browser = '';

/** Files that are loaded into a page later. */
function isPart(name: string): boolean {
  return pageParts.some((part) => part === name);
}

/** What the first script of a page lends to the others; see content/page/lend.ts. */
const lent = [
  'click',
  'content-context',
  'messages',
  'page-options',
  'plain-text',
  'report',
  'stored',
];
const lending = lend(
  lent.map((name) => resolve(`lib/${name}.ts`)),
  resolve('content/page/lent.ts'),
);

function aliasesOf(alias: AliasOptions = []): readonly Alias[] {
  if (Array.isArray(alias)) return alias;
  return Object.entries(alias).map(([find, replacement]) => ({ find, replacement }));
}

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  hooks: {
    'config:resolved'({ config }) {
      browser = config.browser;
    },
    // Only Firefox's background has the polyfill; see docs/decisions/0001-stack-and-versions.md.
    'vite:build:extendConfig'(entrypoints, config) {
      if (entrypoints.some(({ type }) => type === 'popup')) joinFirstLoad(config);
      const isBackground = entrypoints.some(({ type }) => type === 'background');
      if (isBackground && browser === 'firefox') return;
      if (isBackground) splitWorker(config);
      const isPartOfBar = entrypoints.some(({ name }) => isPart(name));
      if (isPartOfBar || entrypoints.some(({ name }) => name === 'bar'))
        config.plugins = [...(config.plugins ?? []), lending];
      // The bar's own sheet has the tokens of its parts, too.
      if (entrypoints.some(({ name }) => ['digest', 'arxiv', 'card-menu'].includes(name)))
        config.css = { ...config.css, postcss: { plugins: [dropUnusedTokens] } };
      const alias: Alias[] = [
        ...(isPartOfBar
          ? [{ find: /^preact$/, replacement: resolve('content/bar/lent-preact.ts') }]
          : []),
        { find: 'wxt/browser', replacement: '@wxt-dev/browser' },
        {
          find: 'wxt/utils/content-script-context',
          replacement: resolve('lib/content-context.ts'),
        },
        ...aliasesOf(config.resolve?.alias),
      ];
      config.resolve = { ...config.resolve, alias };
    },
  },
  vite: () => ({
    plugins: [preact()],
    build: { modulePreload: false, target: ['chrome125', 'firefox147'] },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'activeTab',
      'scripting',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    optional_permissions: [
      'notifications',
      'downloads',
      // A page that nobody sees makes what Chrome's worker cannot: the address of a file.
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    host_permissions: requiredHosts,
    // Asked for one address at a time, when the reader names it: another site, the storage that devices are synced by, and
    // Zotero on the reader's own computer.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    action: { default_title: '__MSG_extensionName__' },
    omnibox: { keyword: 'op' },
    // Letters that neither the browsers nor Orca's lists (Alt+Shift and a letter) use.
    commands: {
      _execute_action: {
        suggested_key: { default: 'Alt+Shift+D' },
        description: '__MSG_commandOpenPopup__',
      },
      'open-library': {
        suggested_key: { default: 'Alt+Shift+Y' },
        description: '__MSG_commandOpenLibrary__',
      },
      'next-unread': {
        suggested_key: { default: 'Alt+Shift+J' },
        description: '__MSG_commandNextUnread__',
      },
      'save-paper': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_commandSavePaper__',
      },
    },
    ...(browser === 'firefox'
      ? {
          sidebar_action: {
            default_panel: libraryPanel,
            default_title: '__MSG_extensionName__',
            default_icon: { 16: 'icon/16.png', 32: 'icon/32.png' },
            open_at_install: false,
          },
          browser_specific_settings: {
            gecko: {
              id: 'offprint@offprint.example',
              strict_min_version: '147.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { side_panel: { default_path: libraryPanel }, minimum_chrome_version: '125' }),
  }),
});
