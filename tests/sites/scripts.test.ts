import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { siteHosts } from '../../sites/hosts';
import { ownScripts } from '../../sites/scripts';

it('each site has a content script of its own', () => {
  for (const { script } of siteHosts)
    expect(existsSync(new URL(`../../entrypoints/${script}.content/`, import.meta.url))).toBe(true);
  expect(new Set(siteHosts.map(({ script }) => script)).size).toBe(siteHosts.length);
});

it('a site is read by its own script on a host that was granted, and by none on others', () => {
  expect(ownScripts([])).toEqual([]);
  expect(ownScripts(['https://arxiv.org', 'https://example.org'])).toEqual([]);
  const scripts = ownScripts(['https://export.arxiv.org']);
  expect(scripts.map(({ id, js, runAt }) => [id, js, runAt])).toEqual([
    ['site-arxiv', ['content-scripts/arxiv.js'], 'document_start'],
    ['bar-arxiv', ['content-scripts/bar.js'], 'document_idle'],
  ]);
  expect(scripts[0]?.matches).toContain('https://export.arxiv.org/list/*');
  expect(scripts[1]?.matches).not.toContain('https://export.arxiv.org/abs/*');
  for (const { matches } of scripts)
    for (const pattern of matches) expect(pattern).toMatch(/^https:\/\/export\.arxiv\.org\//);
});
