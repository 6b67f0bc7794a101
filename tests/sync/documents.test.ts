import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Document, isUpdate } from '../../sync/documents/document';
import { documentOf, paperDocuments } from '../../sync/documents/names';
import { readPaper, writePaper } from '../../sync/documents/papers';
import { readRow, writeRow } from '../../sync/documents/rows';
import type { PaperWords } from '../../sync/local';

const stamp = (at: number, device: string) => ({ at, device });
const starred = (value: boolean, at: number, device: string): PaperWords => ({
  words: { starred: { value, stamp: stamp(at, device) } },
});
const noted = (text: string, at: number, device: string): PaperWords => ({
  words: { note: { versions: [{ text, stamp: stamp(at, device) }], seen: { [device]: at } } },
});

/** Documents of devices; the first has the greatest number in Yjs. */
function documents(...devices: readonly string[]): Document[] {
  return devices.map((device, at) => new Document(undefined, { device, clientId: 1_000 - at }));
}

function write(document: Document, said: PaperWords, id = 'arxiv:1') {
  const update = document.write(() => writePaper(document, id, said, false));
  if (!update) throw new Error('nothing was written');
  return update;
}

describe('the documents', () => {
  it('keep fields that two devices said of a new paper apart, where nested maps lose one whole (trap 1)', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()];
    for (const [doc, key] of [
      [one, 'star'],
      [other, 'note'],
    ] as const) {
      const paper = new Y.Map();
      doc.getMap('papers').set('arxiv:1', paper);
      paper.set(key, true);
    }
    Y.applyUpdateV2(one, Y.encodeStateAsUpdateV2(other));
    expect(Object.keys(one.getMap('papers').toJSON()['arxiv:1'])).toHaveLength(1);

    const [mine, theirs] = documents('aaaa', 'bbbb') as [Document, Document];
    write(mine, starred(true, 1, 'a'));
    mine.apply(write(theirs, noted('A thought.', 1, 'b')));
    expect(Object.keys(readPaper(mine, 'arxiv:1').words).sort()).toEqual(['note', 'starred']);
  });

  it('let the later of two words stand, whoever has the greater number (trap 2)', () => {
    const [high, low] = documents('aaaa', 'bbbb') as [Document, Document];
    const first = write(high, starred(true, 1, 'a'));
    const later = write(low, starred(false, 2, 'b'));
    high.apply(later);
    low.apply(first);
    for (const document of [high, low])
      expect(readPaper(document, 'arxiv:1')).toEqual(starred(false, 2, 'b'));
  });

  it('let a word stand that has seen the other one, whatever the clocks say', () => {
    const [one, other] = documents('aaaa', 'bbbb') as [Document, Document];
    other.apply(write(one, starred(true, 1, 'a')));
    one.apply(write(other, starred(false, 2, 'b')));
    expect(one.read('arxiv:1', 'r')).toHaveLength(1);
    expect(readPaper(one, 'arxiv:1')).toEqual(starred(false, 2, 'b'));
  });

  it('keep a word that was said while another device purged the paper (trap 3)', () => {
    const [one, other] = documents('aaaa', 'bbbb') as [Document, Document];
    other.apply(write(one, noted('Before.', 1, 'a')));
    const gone = { value: { deletedAt: 5, firstSeenAt: 1 }, stamp: stamp(5, 'a') };
    const purge = write(one, { words: {}, gone });
    const word = write(other, {
      words: {
        note: { versions: [{ text: 'After.', stamp: stamp(2, 'b') }], seen: { a: 1, b: 2 } },
      },
    });
    one.apply(word);
    other.apply(purge);
    for (const document of [one, other]) {
      expect(readPaper(document, 'arxiv:1').words.note?.versions).toMatchObject([
        { text: 'After.' },
      ]);
      expect(new TextDecoder().decode(document.state())).not.toContain('Before.');
    }
  });

  it('keep their number through loading, so that nothing grows by sessions (trap 4)', () => {
    const [one] = documents('aaaa') as [Document];
    write(one, starred(true, 1, 'a'));
    const again = new Document(one.state(), { device: 'aaaa', clientId: 1_000 });
    const update = again.write(() => writePaper(again, 'arxiv:1', starred(false, 2, 'a'), false));
    const [client] = Y.decodeUpdateV2(update ?? new Uint8Array()).structs;
    expect(client?.id).toMatchObject({ client: 1_000 });
  });

  it('have one root type, however many papers (trap 5)', () => {
    const [one] = documents('aaaa') as [Document];
    for (let at = 0; at < 20; at += 1) write(one, starred(true, 1, 'a'), `arxiv:${at}`);
    const doc = new Y.Doc();
    Y.applyUpdateV2(doc, one.state());
    expect([...doc.share.keys()]).toEqual(['w']);
  });

  it('hold back what needs something that has not come, until it comes (trap 6)', () => {
    const [one, other] = documents('aaaa', 'bbbb') as [Document, Document];
    const first = write(one, starred(true, 1, 'a'));
    const second = write(one, noted('A thought.', 2, 'a'));
    other.apply(second);
    expect(readPaper(other, 'arxiv:1')).toEqual({ words: {} });
    const kept = new Document(other.state(), { device: 'bbbb', clientId: 999 });
    kept.apply(first);
    expect(readPaper(kept, 'arxiv:1')).toEqual(readPaper(one, 'arxiv:1'));
  });

  it('are told an update that is cut off, at any length (trap 7)', () => {
    const [one] = documents('aaaa') as [Document];
    const update = write(one, noted('A thought of some length.', 1, 'a'));
    const cut = update.slice(0, -1);
    for (let length = 0; length < cut.length; length += 1)
      expect(isUpdate(update.slice(0, length))).toBe(false);
    expect(isUpdate(update)).toBe(true);
  });

  it('keep two notes that were written apart as two, never letter by letter (trap 8)', () => {
    const [one, other] = documents('aaaa', 'bbbb') as [Document, Document];
    const first = write(one, noted('It is right.', 1, 'a'));
    one.apply(write(other, noted('It is wrong.', 2, 'b')));
    other.apply(first);
    expect(readPaper(one, 'arxiv:1')).toEqual(readPaper(other, 'arxiv:1'));
    expect(readPaper(one, 'arxiv:1').words.note?.versions.map(({ text }) => text)).toEqual([
      ...['It is right.', 'It is wrong.'],
    ]);
  });

  it('do not grow with a word that is said again and again (trap 9)', () => {
    const [one] = documents('aaaa') as [Document];
    for (let at = 1; at < 2_000; at += 1) write(one, starred(at % 2 === 0, at, 'a'));
    expect(one.state().length).toBeLessThan(200);
  });

  it('keep what this version does not know', () => {
    const [one, other] = documents('aaaa', 'bbbb') as [Document, Document];
    const update = one.write(() => one.set('arxiv:1', 'z', [[1, 'a'], 'of a later version']));
    other.apply(update ?? new Uint8Array());
    write(other, starred(true, 2, 'b'));
    expect(other.read('arxiv:1', 'z')).toMatchObject([{ value: [[1, 'a'], 'of a later version'] }]);
    expect(readPaper(other, 'arxiv:1')).toEqual(starred(true, 2, 'b'));
  });

  it('show a state of a later version as unread, and do not write over it', () => {
    const [one, other] = documents('aaaa', 'bbbb') as [Document, Document];
    const update = one.write(() => one.set('arxiv:1', 's', [[1, 'a'], ['skimmed']]));
    other.apply(update ?? new Uint8Array());
    const read = readPaper(other, 'arxiv:1');
    expect(read.words.standing?.value).toEqual({ state: 'unread' });
    expect(other.write(() => writePaper(other, 'arxiv:1', read, false))).toBeUndefined();
  });

  it('leave what has no shape of ours out', () => {
    const [one] = documents('aaaa') as [Document];
    const shapes = [null, 1, 'text', [], [1], [[1, 2], true], [['a', 'b'], true], [[1, 'a']], {}];
    for (const group of ['s', 'r', 'q', 'o', 'n', 'ttag', 'g'])
      for (const shape of shapes) {
        one.write(() => one.set('arxiv:1', group, shape));
        expect(readPaper(one, 'arxiv:1')).toEqual({ words: {} });
      }
  });

  it('carry a rule that was deleted as a value', () => {
    const [one, other] = documents('aaaa', 'bbbb') as [Document, Document];
    const rule = { id: 'r1', stamp: stamp(1, 'a'), value: 'Lovelace' };
    const made = one.write(() => writeRow(one, 'rule', rule, false));
    other.apply(made ?? new Uint8Array());
    expect(readRow(other, 'rule', 'r1')).toEqual(rule);
    const gone = { id: 'r1', isGone: true as const, stamp: stamp(2, 'b') };
    one.apply(other.write(() => writeRow(other, 'rule', gone, false)) ?? new Uint8Array());
    expect(readRow(one, 'rule', 'r1')).toEqual(gone);
    expect(new TextDecoder().decode(one.state())).not.toContain('Lovelace');
  });

  it('are chosen by ids as docs/sync-format.md says', () => {
    expect(['arxiv:2503.02130', 'doi:10.1/x', ''].map(documentOf)).toEqual([26, 40, 11]);
    const counts = new Array<number>(paperDocuments).fill(0);
    for (let at = 0; at < 6_400; at += 1) {
      const document = documentOf(`arxiv:2503.${String(at).padStart(5, '0')}`);
      counts[document] = (counts[document] ?? 0) + 1;
    }
    expect(Math.max(...counts)).toBeLessThan(200);
    expect(Math.min(...counts)).toBeGreaterThan(40);
  });
});
