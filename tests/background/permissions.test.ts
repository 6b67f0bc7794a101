import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  guestAt,
  mustBeGranted,
  NotGranted,
  revocableAt,
} from '../../background/permissions/check-sender';
import {
  registerContentScripts,
  startOnGrantedSites,
  stopOnSites,
  updateLinkMarks,
} from '../../background/permissions/content-scripts';
import { permissionFor, wantSite } from '../../lib/granted';
import { writeOptions } from '../../lib/options';
import { requiredHosts } from '../../sites/hosts';

const openReview = 'https://openreview.net/*';
const lab = 'https://lab.example.edu/*';

/** What the browser has been told to run, and where. */
let scripts: { id: string; matches: string[] }[];
let origins: string[];
const scripting = {
  getRegisteredContentScripts: vi.fn(async (only?: { ids: string[] }) =>
    scripts.filter(({ id }) => only?.ids.includes(id) ?? true),
  ),
  registerContentScripts: vi.fn(async (added: typeof scripts) => void scripts.push(...added)),
  unregisterContentScripts: vi.fn(async () => void scripts.splice(0)),
  insertCSS: vi.fn(async () => undefined),
  executeScript: vi.fn(async () => []),
};
const sendMessage = vi.fn(async () => ({ value: null }));

beforeEach(() => {
  vi.clearAllMocks();
  fakeBrowser.reset();
  scripts = [];
  origins = [...requiredHosts];
  Object.assign(fakeBrowser, {
    scripting,
    permissions: {
      getAll: async () => ({ origins, permissions: [] }),
      contains: async ({ origins: asked }: { origins: string[] }) =>
        asked.every((origin) => origins.includes(origin)),
    },
  });
  Object.assign(fakeBrowser.tabs, { query: async () => [{ id: 3 }, { id: 4 }], sendMessage });
});

/** The reader wants Offprint on sites, and the browser allows it. */
async function allow(...sites: string[]): Promise<void> {
  origins.push(...sites);
  for (const site of sites) await wantSite(site);
}

it('the browser is asked about every page that Offprint may have been taken away from', () => {
  const at = (url: string) => revocableAt({ url })?.host;
  expect(at('https://www.arxiv.org/list/cs.CL/new')).toBe('www.arxiv.org');
  expect(at('https://openreview.net/forum?id=x')).toBe('openreview.net');
  expect(at('https://arxiv.org/list/cs.CL/new')).toBeUndefined();
  expect(at('https://huggingface.co/papers')).toBeUndefined();
});

describe('the script for other sites', () => {
  it('runs on no site at first', async () => {
    await registerContentScripts();
    expect(scripting.registerContentScripts).not.toHaveBeenCalled();
  });

  it('runs where it is granted, site by site, and is told nothing twice', async () => {
    await allow(openReview);
    await registerContentScripts();
    expect(scripts).toMatchObject([
      { id: 'anywhere', matches: [openReview] },
      { id: 'tab', matches: [openReview] },
    ]);
    await registerContentScripts();
    expect(scripting.registerContentScripts).toHaveBeenCalledTimes(1);
    await allow(lab);
    await registerContentScripts();
    expect(scripts).toMatchObject([
      { id: 'anywhere', matches: [lab, openReview] },
      { id: 'tab', matches: [lab, openReview] },
    ]);
  });

  it('runs nowhere for a permission that is for all sites, for Zotero, a feed, or the storage of the sync', async () => {
    origins.push('https://*/*', '*://*/*', '<all_urls>', 'https://*.example.com/*');
    origins.push('http://127.0.0.1:23119/*', 'https://rss.arxiv.org/*');
    origins.push('https://cloud.example.org/*');
    await registerContentScripts();
    expect(scripts).toEqual([]);
  });

  it('leaves a site with readers of its own to those', async () => {
    await allow('https://www.arxiv.org/*', lab);
    await registerContentScripts();
    expect(scripts.map(({ id }) => id)).toEqual(['site-arxiv', 'bar-arxiv', 'anywhere', 'tab']);
    expect(scripts[2]?.matches).toEqual([lab]);
  });

  it('that marks links runs where the reader turned it on, on granted sites and no other', async () => {
    await allow(openReview);
    origins.push('https://*/*', 'https://cloud.example.org/*');
    await writeOptions({ linkMarks: true });
    await updateLinkMarks();
    const marks = scripts.find(({ id }) => id === 'marks');
    expect(marks?.matches).toEqual([...requiredHosts, openReview]);
    expect(scripting.executeScript).toHaveBeenCalledTimes(2);
    expect(scripting.executeScript).toHaveBeenCalledWith({
      target: { tabId: 4 },
      files: ['/content-scripts/marks.js'],
    });
    await updateLinkMarks();
    expect(scripting.executeScript).toHaveBeenCalledTimes(2);
    await writeOptions({ linkMarks: false });
    await updateLinkMarks();
    expect(scripts.map(({ id }) => id)).toEqual(['anywhere', 'tab']);
  });

  it('comes to the pages that are open, and leaves them as soon as it is taken away', async () => {
    await allow(openReview);
    await startOnGrantedSites();
    expect(scripting.executeScript).toHaveBeenCalledTimes(2);
    expect(scripting.insertCSS).toHaveBeenCalledTimes(2);
    origins.pop();
    await stopOnSites([openReview]);
    expect(scripts).toEqual([]);
    expect(sendMessage).toHaveBeenCalledWith(
      4,
      { type: 'withdrawn', request: { origins: [openReview] } },
      { frameId: 0 },
    );
  });

  it('comes to nobody’s pages for what it has no script for', async () => {
    origins.push('http://127.0.0.1:23119/*');
    await startOnGrantedSites();
    expect(scripting.executeScript).not.toHaveBeenCalled();
  });
});

describe('a message of another site', () => {
  it('is told by its address from those of the sites that Offprint knows', () => {
    expect(guestAt({ url: 'https://openreview.net/forum?id=x' })?.host).toBe('openreview.net');
    for (const url of ['https://arxiv.org/abs/1', 'http://openreview.net/', 'data:text/html,x', ''])
      expect(guestAt({ url })).toBeUndefined();
  });

  it('is answered while its own host is granted, and no other', async () => {
    await allow(openReview);
    await expect(mustBeGranted(new URL('https://openreview.net/x'))).resolves.toBeUndefined();
    for (const url of [
      'https://evil.example/openreview.net',
      'https://api.openreview.net/',
      'https://openreview.net:8443/',
    ])
      await expect(mustBeGranted(new URL(url))).rejects.toBeInstanceOf(NotGranted);
    origins.pop();
    await expect(mustBeGranted(new URL('https://openreview.net/x'))).rejects.toThrow(
      'openreview.net',
    );
  });

  it('is asked about by host and port', () => {
    expect(permissionFor(new URL('https://x.example:8443/a?b'))).toBe('https://x.example:8443/*');
  });
});
