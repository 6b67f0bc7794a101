import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { backupFormat } from '../../exports/backup';
import { readBackup } from '../../imports/backup';
import { openPaper, recordsOf } from '../../store/records/queries';
import { restoreNow } from '../support/contents';
import { useFreshStore } from '../support/store';

useFreshStore();

const names = ['version-1.json', 'version-2.json', 'version-3.jsonl'] as const;
const frozen = (name: (typeof names)[number]) =>
  readFileSync(`tests/fixtures/backups/${name}`, 'utf8');

describe('a backup that was once written', () => {
  it('is here of each version', () => {
    expect(names.map((name) => JSON.parse(/\d/.exec(name)?.[0] ?? ''))).toEqual(
      Array.from({ length: backupFormat.version }, (_, at) => at + 1),
    );
  });

  it.each(names)('comes back whole, and cut off anywhere what stands before: %s', async (name) => {
    const text = frozen(name);
    const { state, damaged, contents } = await readBackup(new Blob([text]));
    expect({ state, damaged }).toEqual({ state: 'whole', damaged: [] });
    expect(contents.rules).toHaveLength(1);
    expect(await restoreNow(contents)).toBe(contents.papers.length);
    let most = 0;
    // Reading version 3 again and again is cheap, and is done for each byte in backup.test.ts.
    for (let end = text.indexOf('\n') + 1; end < text.trimEnd().length; end += 7) {
      const cut = await readBackup(new Blob([text.slice(0, end)]));
      expect({ state: cut.state, damaged: cut.damaged }).toEqual({ state: 'cut', damaged: [] });
      expect(contents.papers.slice(0, cut.contents.papers.length)).toEqual(cut.contents.papers);
      expect(cut.contents.papers.length).toBeGreaterThanOrEqual(most);
      most = cut.contents.papers.length;
    }
    expect(most).toBe(contents.papers.length);
  });

  it('of version 1 has stamps for what had times, and its note', async () => {
    await restoreNow((await readBackup(new Blob([frozen('version-1.json')]))).contents);
    const [record] = await recordsOf(['arxiv:2603.25001']);
    expect(record).toMatchObject({
      state: 'unread',
      stamps: { standing: { at: 1_774_602_001_000, device: '' } },
    });
    expect((await openPaper('arxiv:2603.25001')).note?.text).toBe('See Table 3');
  });

  it.each(['version-2.json', 'version-3.jsonl'] as const)('holds every word: %s', async (name) => {
    await restoreNow((await readBackup(new Blob([frozen(name)]))).contents);
    expect(await recordsOf(['arxiv:1', 'arxiv:2', 'arxiv:3', 'arxiv:4'])).toMatchObject([
      { state: 'unread', starred: true, tags: ['agents'] },
      { state: 'snoozed' },
      { state: 'deleted', deletedFrom: 'unread' },
      { state: 'new' },
    ]);
    expect((await openPaper('arxiv:1')).note?.text).toBe('Table 4');
  });
});

it('can be read without Offprint, by the script in docs/formats.md', () => {
  const [, script = ''] = /```js\n(.*?)```/s.exec(readFileSync('docs/formats.md', 'utf8')) ?? [];
  expect(script.trimEnd().split('\n').length).toBeLessThanOrEqual(20);
  const folder = mkdtempSync(join(tmpdir(), 'offprint-'));
  const [tool, file] = [join(folder, 'read.mjs'), join(folder, 'backup.jsonl.gz')];
  const run = () => execFileSync(process.execPath, [tool, file], { encoding: 'utf8' });
  try {
    writeFileSync(tool, script);
    writeFileSync(file, gzipSync(strToU8(frozen('version-3.jsonl'))));
    expect(run()).toContain('arxiv:1\tunread\tagents\tPaper arxiv:1\tTable 4\n');
    expect(run()).toMatch(/\n17 records, as they were written\n$/);
    const changed = frozen('version-3.jsonl').replace('"unread"', '"read"');
    writeFileSync(file, gzipSync(strToU8(changed)));
    expect(run()).toMatch(/\n17 records, not as they were written\n$/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
