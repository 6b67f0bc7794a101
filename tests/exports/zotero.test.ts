import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingPaper } from '../../exports/outgoing';
import { zoteroItem } from '../../exports/zotero/items';
import { type Sending, sendToZotero } from '../../exports/zotero/send';
import { ZoteroStandIn } from '../support/zotero';
import { whole } from './outgoing';

let zotero: ZoteroStandIn;
let origin: string;
beforeEach(async () => {
  zotero = new ZoteroStandIn();
  origin = await zotero.start();
});
afterEach(() => zotero.stop());

const paper = (number: number, tags: readonly string[] = []): OutgoingPaper => ({
  id: `arxiv:2503.0000${number}`,
  title: `Paper ${number}`,
  tags,
});

const send = (papers: readonly OutgoingPaper[], more: Partial<Sending> = {}) =>
  sendToZotero([papers], { fetch, origin, patience: { short: 5000, long: 5000 }, ...more });

const titles = () => zotero.items.map(({ fields }) => fields.title);

describe('a paper as an item of Zotero', () => {
  it('has all that has a field there, the note as HTML, and no tags', () => {
    expect(zoteroItem(whole, 'one')).toEqual({
      id: 'one',
      itemType: 'conferencePaper',
      title: 'Forgetting BERT: 100% & π<sub>0</sub>',
      creators: [
        { lastName: 'Lin', firstName: 'Zhixuan', creatorType: 'author' },
        { lastName: 'He', firstName: 'Xu Owen', creatorType: 'author' },
        { lastName: 'van der Berg', firstName: 'Pieter', creatorType: 'author' },
        { lastName: 'Gemini Team', fieldMode: 1, creatorType: 'author' },
        { lastName: '小明', fieldMode: 1, creatorType: 'author' },
      ],
      date: '2025-03-03',
      abstractNote: 'Own words, {braced} and_under.',
      url: expect.stringContaining('2503.02130'),
      DOI: '10.1000/a_b',
      proceedingsTitle: 'NeurIPS 2025',
      extra: 'arXiv: 2503.02130\nRead Status: reading',
      notes: [{ note: expect.stringContaining('<strong>idea</strong> &amp; more') }],
      tags: [],
      attachments: [],
    });
  });

  it('is what it was in Zotero, with what Zotero had of it that has no home here', () => {
    const came: OutgoingPaper = {
      ...paper(1),
      venue: 'The Book',
      extra: {
        zotero: {
          ...{ 'z:itemType': 'bookSection', 'bib:pages': '1-9', 'dc:publisher': 'House' },
          ...{ 'extra: Citation Key': 'muster', 'extra: Read_Status': 'Read' },
          container: [
            ['prism:volume', '30'],
            ['dc:identifier', 'ISBN 1'],
          ],
        },
      },
    };
    expect(zoteroItem(came, 'one')).toMatchObject({
      ...{ itemType: 'bookSection', bookTitle: 'The Book', pages: '1-9', volume: '30' },
      ...{ publisher: 'House', extra: 'arXiv: 2503.00001\nCitation Key: muster' },
    });
  });

  it('is a preprint of arXiv, or a page, where nothing else is known', () => {
    expect(zoteroItem(paper(1), 'one')).toMatchObject({
      itemType: 'preprint',
      repository: 'arXiv',
      archiveID: 'arXiv:2503.00001',
      DOI: '10.48550/arXiv.2503.00001',
    });
    const page = zoteroItem({ id: 'url:https://a.example/b' }, 'two');
    expect(page).toMatchObject({ itemType: 'webpage', url: 'https://a.example/b' });
    expect(page).not.toHaveProperty('DOI');
  });
});

describe('papers sent to Zotero', () => {
  it('are in the selected collection, with the reader’s tags as such and the note', async () => {
    const seen: number[] = [];
    const tagged = { ...paper(2, ['vision, language', 'a']), note: 'Table *4*' };
    const sent = await send([paper(1), tagged, paper(3)], {
      onProgress: (count) => seen.push(count),
    });
    expect(sent).toEqual({
      target: { id: 'C23', names: ['My Library', 'Attention'] },
      sent: ['arxiv:2503.00001', 'arxiv:2503.00003', 'arxiv:2503.00002'],
      untagged: 0,
      unsure: [],
    });
    expect(zotero.items).toMatchObject([
      { collection: 'C23', tags: [], automatic: [], notes: [] },
      { collection: 'C23', tags: [] },
      { collection: 'C23', tags: ['vision, language', 'a'], automatic: [] },
    ]);
    expect(zotero.items[2]?.notes).toEqual(['<p>Table <em>4</em></p>']);
    expect(seen).toEqual([2, 3]);
  });

  it('are told to be in the library where no collection is selected', async () => {
    zotero.behaviour.selected = { library: 1, libraryName: 'My Library', id: null, name: null };
    const { target } = await send([paper(1, ['a'])]);
    expect(target).toEqual({ id: 'L1', names: ['My Library'] });
    expect(zotero.items).toMatchObject([{ collection: 'L1', tags: ['a'] }]);
  });

  it('have their tags in an older Zotero as well, which takes them as one text', async () => {
    zotero.behaviour.api = 2;
    const { untagged } = await send([paper(1, ['vision, language', 'a'])]);
    expect(untagged).toBe(0);
    expect(zotero.items).toMatchObject([{ tags: ['vision language', 'a'] }]);
  });

  it('carry nothing that the browser knows the reader by', async () => {
    await send([paper(1)]);
    for (const { headers } of zotero.requests) {
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
      expect(headers['x-zotero-connector-api-version']).toBe('3');
    }
    expect(zotero.requests.map(({ method }) => method)).toEqual([
      'ping',
      'getSelectedCollection',
      'saveItems',
    ]);
  });
});

describe('what goes wrong with Zotero', () => {
  const codeOf = async (papers = [paper(1)], more: Partial<Sending> = {}) => {
    const { error, sent } = await send(papers, more);
    return [error?.code, sent.length];
  };

  it('is that it does not run, or that something else listens there', async () => {
    await zotero.stop();
    expect(await codeOf()).toEqual(['not-running', 0]);
    const other = async () => new Response('Hello', { status: 200 });
    expect(await codeOf([paper(1)], { fetch: other })).toEqual(['not-running', 0]);
    zotero = new ZoteroStandIn();
    origin = await zotero.start();
  });

  it('is that it is too old', async () => {
    zotero.behaviour.api = 1;
    expect(await codeOf()).toEqual(['too-old', 0]);
    zotero.behaviour.api = 3;
    zotero.behaviour.before = (method) => (method === 'ping' ? 412 : undefined);
    expect(await codeOf()).toEqual(['too-old', 0]);
    zotero.behaviour.before = (method) => (method === 'ping' ? undefined : 404);
    expect(await codeOf()).toEqual(['too-old', 0]);
    expect((await send([paper(1)])).error?.detail).toBe('7.0.11');
  });

  it('is that nothing can be saved in what is selected', async () => {
    zotero.behaviour.isEditable = false;
    const { error } = await send([paper(1)]);
    expect(error).toMatchObject({ code: 'read-only', detail: 'Attention' });
    expect(zotero.items).toEqual([]);
  });

  it('is that it does not answer in time, when nobody knows what it saved', async () => {
    zotero.behaviour.before = (method) => (method === 'ping' ? 'never' : undefined);
    const patience = { short: 50, long: 50 };
    expect(await codeOf([paper(1)], { patience })).toEqual(['timed-out', 0]);
    zotero.behaviour.before = (method) => (method === 'saveItems' ? 'never' : undefined);
    const sent = await send([paper(1)], { patience: { short: 5000, long: 50 } });
    expect(sent).toMatchObject({ sent: [], unsure: ['arxiv:2503.00001'] });
  });

  it('half-way leaves what is there told apart from what may be, and from what is not', async () => {
    const papers = [paper(1), paper(2, ['a']), paper(3, ['a']), paper(4, ['b'])];
    let saves = 0;
    zotero.behaviour.before = (method) => {
      if (method === 'saveItems' && ++saves === 2) zotero.behaviour.savesOnly = 1;
      return undefined;
    };
    const sent = await send(papers);
    expect(sent).toMatchObject({
      target: { id: 'C23' },
      sent: ['arxiv:2503.00001'],
      unsure: ['arxiv:2503.00002', 'arxiv:2503.00003'],
      error: { code: 'refused', detail: '500' },
    });
    expect(titles()).toEqual(['Paper 1', 'Paper 2']);
  });

  it('with tags alone keeps the papers, and is told', async () => {
    zotero.behaviour.before = (method) => (method === 'updateSession' ? 400 : undefined);
    const sent = await send([paper(1, ['a']), paper(2)]);
    expect(sent).toMatchObject({ untagged: 1, unsure: [] });
    expect(sent.error).toBeUndefined();
    expect(titles()).toEqual(['Paper 1', 'Paper 2']);
  });

  it('is nothing when the reader stops it between papers', async () => {
    const stopping = new AbortController();
    const sent = await send([paper(1, ['a']), paper(2, ['b'])], {
      signal: stopping.signal,
      onProgress: () => stopping.abort(),
    });
    expect(sent).toMatchObject({ sent: ['arxiv:2503.00001'] });
    expect(sent.error).toBeUndefined();
    expect(titles()).toEqual(['Paper 1']);
  });

  it('is never that a session is used twice', async () => {
    await send([paper(1)]);
    const { error } = await send([paper(2)]);
    expect(error).toBeUndefined();
    const once = { newSession: () => 'same' };
    await send([paper(3)], once);
    expect((await send([paper(4)], once)).error?.code).toBe('refused');
  });
});
