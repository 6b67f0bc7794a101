import fc from 'fast-check';
import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { backupFile } from '../../exports/backup';
import { type ReadBackup, readBackup } from '../../imports/backup';
import { ImportError, importJson } from '../../imports/json';
import { canonical } from '../../papers/words/stamp';
import { deleteEverything, readContents, readInPages } from '../../store/backup/contents';
import { decideOnPage } from '../../store/words/decide';
import { saveNote } from '../../store/words/notes';
import { recolourTag } from '../../store/words/tags';
import { exportJson } from '../support/backup-version-2';
import { restoreNow } from '../support/contents';
import { sightMany } from '../support/library';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();

const made = { app: '0.1.0', created: '2026-11-24T00:00:00Z' };

async function fill(count = 5): Promise<void> {
  const papers = Array.from({ length: count }, (_, at) => paper(`arxiv:250${at}.00001`));
  const visit = { day: '2026-03-27', shows: 'digest', visitAt: 1000 } as const;
  await sightOn(visit.day, 1000, ...papers);
  for (const { id } of papers) await decideOnPage(paper(id), 'unread', visit, 2000);
  await saveNote('arxiv:2500.00001', 'A note\nof two lines: é 注 😀', 0, '—', 3000);
  await recolourTag('agents', 30, 4000);
}

const written = () => backupFile({ read: readInPages, ...made });

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}

const read = (bytes: Uint8Array<ArrayBuffer>) => readBackup(new Blob([bytes]));

async function refusal(content: string): Promise<string> {
  const error = await readBackup(new Blob([content])).catch((cause: unknown) => cause);
  return error instanceof ImportError ? `${error.code} ${error.place}` : String(error);
}

describe('a backup of lines', () => {
  it('comes back as it was, into an empty store too, and is the same file then', async () => {
    await fill();
    const { blob, sha256 } = await written();
    const { state, contents, damaged } = await readBackup(blob);
    expect({ state, damaged }).toEqual({ state: 'whole', damaged: [] });
    await deleteEverything();
    await restoreNow(contents);
    expect((await written()).sha256).toBe(sha256);
  });

  it('can be read by hand: what it is, a record a line, and how many there were', async () => {
    await fill(2);
    const { blob, sha256 } = await written();
    const lines = strFromU8(gunzipSync(await bytesOf(blob)))
      .trimEnd()
      .split('\n');
    expect(lines[0]).toBe(
      '{"format":"offprint-backup","version":3,"app":"0.1.0","created":"2026-11-24T00:00:00Z","counts":{"papers":2,"notes":1}}',
    );
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
      end: true,
      records: lines.length - 2,
      sha256,
    });
    expect(lines.filter((line) => line.startsWith('{"papers":{'))).toHaveLength(2);
  });

  it('is written in pieces of a page each, however much there is', async () => {
    await sightMany(1000);
    for await (const { records } of (await readInPages()).pages)
      expect(records.length).toBeLessThan(510);
    const { blob } = await written();
    const { contents } = await readBackup(blob);
    expect(contents).toEqual(await readContents());
    // Of a long one the browser's own stream gives a part, and another reader the rest up to the cut.
    const half = await readBackup(blob.slice(0, blob.size / 2));
    expect(half.state).toBe('cut');
    expect(half.contents.papers.length).toBeGreaterThan(100);
    expect(half.contents.papers).toEqual(contents.papers.slice(0, half.contents.papers.length));
  });

  it('is taken uncompressed as well', async () => {
    await fill(2);
    const plain = gunzipSync(await bytesOf((await written()).blob));
    expect(await readBackup(new Blob([plain as BlobPart]))).toMatchObject({
      state: 'whole',
      damaged: [],
    });
  });

  it('cut off at any byte gives what stands before the cut, and says so', async () => {
    await fill(3);
    const zipped = await bytesOf((await written()).blob);
    const plain = gunzipSync(zipped) as Uint8Array<ArrayBuffer>;
    const { contents: whole } = await read(zipped);
    const lengthOfFirst = plain.indexOf(10) + 1;
    let most = 0;
    for (let end = lengthOfFirst; end < plain.length - 1; end += 1) {
      const { state, contents, damaged } = await read(plain.slice(0, end));
      expect({ state, damaged }).toEqual({ state: 'cut', damaged: [] });
      expect(whole.papers.slice(0, contents.papers.length)).toEqual(contents.papers);
      expect(contents.papers.length).toBeGreaterThanOrEqual(most);
      most = contents.papers.length;
    }
    expect(most).toBe(3);
    for (let end = 0; end < zipped.length - 1; end += 1) {
      const result = await read(zipped.slice(0, end)).catch((cause: unknown) => cause);
      // The last bytes say how much there was, and nothing more.
      const state = end < zipped.length - 16 ? 'cut' : 'whole';
      if (!(result instanceof ImportError))
        expect(['cut', state]).toContain((result as ReadBackup).state);
    }
  });

  it('that is not as it was written says so, and keeps what is sound', async () => {
    await fill(3);
    const plain = strFromU8(gunzipSync(await bytesOf((await written()).blob)));
    const changed = await readBackup(new Blob([plain.replace('"authors":[', '"authors":["X Y",')]));
    expect(changed).toMatchObject({ state: 'changed', damaged: [] });
    const damaged = await readBackup(new Blob([plain.replace('{"papers":{', '{"papers":{,')]));
    expect(damaged.contents.papers).toHaveLength(2);
    expect(damaged.damaged).toHaveLength(1);
    const later = plain.replace('\n{"end"', '\n{"inventions":{"id":1}}\n{"end"');
    expect((await readBackup(new Blob([later]))).damaged).toEqual([]);
  });

  it('of a newer version, and what is none, are refused in a sentence', async () => {
    expect(await refusal('{"format":"offprint-backup","version":4}\n')).toBe('newer 4');
    expect(await refusal('{"format":"other","version":1}')).toMatch('not-offprint');
    expect(await refusal('hello')).toMatch('not-offprint');
    expect(await refusal('@misc{a, title = {A}}')).toMatch('not-offprint');
    expect(await refusal('{"format":"offprint-ba')).toMatch('not-json');
    expect(await refusal('')).toMatch('not-json');
    expect(await refusal(strFromU8(gzipSync(new Uint8Array([1, 2, 3])), true))).toMatch('not-');
  });
});

describe('a backup made up to do harm', () => {
  const head = '{"format":"offprint-backup","version":3}\n';
  const record = (extra: string) =>
    `{"details":{"id":"arxiv:1","extra":{"csl":{"at":1,"fields":{"a":${extra}}}}}}\n`;

  it('of lines that are none is refused before they fill the memory', async () => {
    const bomb = gzipSync(strToU8(head + '\n'.repeat(10_100)));
    expect(await read(bomb as Uint8Array<ArrayBuffer>).catch(String)).toMatch('damaged');
    const words = gzipSync(strToU8('words\n'.repeat(400_000)));
    expect(await read(words as Uint8Array<ArrayBuffer>).catch(String)).toMatch('not-offprint');
  });

  it('costs but the records that are too long or too deep', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const long = `"${'x'.repeat(9_000_000)}"`;
    const sound = '{"tombstones":{"id":"arxiv:2","deletedAt":1,"firstSeenAt":1}}\n';
    const file = [head, record(deep), record(long), sound].join('');
    const { state, contents, damaged } = await readBackup(new Blob([file]));
    expect(state).toBe('cut');
    expect(damaged.map(({ place }) => place)).toEqual([expect.stringMatching(/^details 1/), '3']);
    expect(contents.tombstones).toHaveLength(1);
    expect(() => canonical(contents)).not.toThrow();
  });

  it('names each record that is damaged by its own place', async () => {
    const file = `${head}{"tombstones":{}}\n{"tombstones":{}}\n`;
    const { damaged } = await readBackup(new Blob([file]));
    expect(damaged.map(({ place }) => place)).toEqual(['tombstones 1 id', 'tombstones 2 id']);
  });

  it('has no keys that are every object’s', async () => {
    const { contents } = await readBackup(
      new Blob([head + record('{"__proto__":{"polluted":1}}')]),
    );
    expect(contents.details).toHaveLength(1);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('a backup of version 2', () => {
  it('with a damaged line costs that line, which is named', async () => {
    await fill(3);
    const file = exportJson(await readContents(), made.app, made.created);
    const lines = file.split('\n');
    lines[3] = (lines[3] ?? '').replace('{', '{,');
    const { state, contents, damaged } = await readBackup(new Blob([lines.join('\n')]));
    expect({ state, papers: contents.papers.length }).toEqual({ state: 'whole', papers: 2 });
    expect(damaged).toEqual([{ place: '4', name: '', reason: 'JSON' }]);
    const without = file.replace('"notes":[', '"notices":[');
    expect(await refusal(without)).toBe('damaged notes');
  });

  it('is read whole, and cut off at any line up to there', async () => {
    await fill(3);
    const file = exportJson(await readContents(), made.app, made.created);
    expect(await readBackup(new Blob([file]))).toEqual({
      state: 'whole',
      ...importJson(file),
    });
    const lines = file.split('\n');
    const { state, contents } = await readBackup(new Blob([lines.slice(0, 4).join('\n')]));
    expect({ state, papers: contents.papers.length }).toEqual({ state: 'cut', papers: 2 });
  });
});

it('writes any value as JSON that reads as the same, keys in order whatever their order was', () => {
  const value = fc.anything({
    withBigInt: false,
    withDate: false,
    withNullPrototype: false,
    withSparseArray: false,
    maxDepth: 4,
  });
  fc.assert(
    fc.property(value, (any) => {
      const written = canonical([any]);
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify([any])));
      expect(canonical(JSON.parse(written))).toBe(written);
    }),
  );
  expect(canonical({ b: [{ d: 1, c: undefined }, undefined], a: 'é"\u2028' })).toBe(
    '{"a":"é\\"\u2028","b":[{"d":1},null]}',
  );
});

it('throws nothing but a refusal, whatever the file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, isZipped) => {
      const all = isZipped ? new Uint8Array([0x1f, 0x8b, 8, ...bytes]) : new Uint8Array(bytes);
      const result = await read(all).catch((cause: unknown) => cause);
      if (!(result instanceof ImportError)) expect(result).toHaveProperty('contents');
    }),
  );
});
