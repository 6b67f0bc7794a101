import { describe, expect, it } from 'vitest';
import { copyOf, documentOf, ownPages, readPage, textIn } from './pages';

const folder = new URL('huggingface/', ownPages);
const load = (name: string) => documentOf(textIn(folder, `${name}.html`));
const friday = load('day-svelte5');
const papersAt = 'https://huggingface.co/papers';

/** Friday's page after going to another period without a load: its data, the other page's cards and links. */
function navigated(other: Document): Document {
  const document = copyOf(friday);
  const section = other.querySelector('main section');
  if (section)
    document.querySelector('main section')?.replaceWith(document.importNode(section, true));
  return document;
}

function changeData(document: Document, change: (data: Record<string, unknown>) => void): Document {
  const element = document.querySelector('[data-target="DailyPapers"]');
  const data = JSON.parse(element?.getAttribute('data-props') ?? '{}');
  change(data);
  element?.setAttribute('data-props', JSON.stringify(data));
  return document;
}

const idsOf = (document: Document, address: string) =>
  readPage(document, address).papers.map(({ id }) => id.replace('arxiv:', ''));

type Entry = Record<string, unknown> & { readonly paper: Record<string, unknown> };

describe('data in another shape', () => {
  const address = `${papersAt}/date/2026-03-27`;
  const before = readPage(friday, address);
  const reshaped = (change: (entry: Entry) => void) =>
    changeData(copyOf(friday), (data) => {
      for (const entry of data.dailyPapers as Entry[]) change(entry);
    });

  it.each<[string, (entry: Entry) => void]>([
    [
      'comments as a number',
      (entry) => {
        entry.comments = entry.numComments;
        delete entry.numComments;
      },
    ],
    [
      'comments themselves, within the paper',
      ({ paper, ...entry }) => {
        paper.comments = Array.from({ length: Number(entry.numComments) }, () => ({}));
      },
    ],
    [
      'another way of writing UTC',
      ({ paper }) => {
        paper.publishedAt = String(paper.publishedAt).replace('Z', '+00:00');
      },
    ],
  ])('with %s reads the same', (_name, change) => {
    expect(readPage(reshaped(change), address).papers).toEqual(before.papers);
  });

  it('without a number of comments takes the one that the cards show', () => {
    const { papers } = readPage(
      reshaped((entry) => {
        delete entry.numComments;
      }),
      address,
    );
    expect(papers.map(({ comments = 0 }) => comments)).toEqual(
      before.papers.map(({ comments }) => comments),
    );
    expect(papers.map(({ unsure, abstract }) => [unsure, abstract])).toEqual(
      before.papers.map(({ abstract }) => [undefined, abstract]),
    );
  });

  it('with a card in a card has one control for it', () => {
    const document = copyOf(friday);
    for (const card of document.querySelectorAll('article')) {
      const outer = document.createElement('article');
      card.replaceWith(outer);
      outer.append(card);
    }
    const { papers, cards } = readPage(document, address);
    expect(papers).toEqual(before.papers);
    expect(cards.map(({ id }) => id)).toEqual(before.cards.map(({ id }) => id));
  });
});

describe('which papers a digest holds', () => {
  it('takes the cards when the data is of another day than the address', () => {
    const document = navigated(load('day-svelte4'));
    expect(idsOf(document, `${papersAt}/date/2026-02-27`)).toEqual(['2602.23361', '2602.22479']);
  });

  it('takes the cards, and the day that they show, when hardly any is in the data', () => {
    const { digest, papers } = readPage(navigated(load('day-svelte4')), papersAt);
    expect(papers).toHaveLength(2);
    expect(digest).toEqual({ id: 'huggingface:day:2026-02-27', day: '2026-02-27' });
  });

  it('enriches from old data the cards that happen to be in it', () => {
    const { papers } = readPage(navigated(load('month')), `${papersAt}/month/2026-03`);
    expect(papers.map(({ authors }) => authors?.length)).toEqual([4, 3, 3]);
    const mixed = readPage(navigated(load('trending')), `${papersAt}/trending`);
    expect(mixed.papers.map(({ authors }) => authors?.length)).toEqual([undefined, 4, undefined]);
  });

  it('gives nothing of another day’s data while there are no cards', () => {
    const document = copyOf(friday);
    for (const card of document.querySelectorAll('article')) card.remove();
    expect(idsOf(document, `${papersAt}/date/2026-03-30`)).toEqual([]);
    expect(idsOf(document, `${papersAt}?q=faces`)).toEqual([]);
    expect(idsOf(document, papersAt)).toHaveLength(3);
  });

  it('keeps papers without a card in their place, and cards that the data lacks', () => {
    const document = copyOf(friday);
    const cards = [...document.querySelectorAll('article')];
    cards[1]?.remove();
    const extra = cards[1]?.cloneNode(true) as Element;
    extra.innerHTML = extra.innerHTML.replaceAll('2603.16733', '2603.99999');
    cards[2]?.after(extra);
    expect(idsOf(document, `${papersAt}/date/2026-03-27`)).toEqual([
      '2603.25728',
      '2603.16733',
      '2603.23906',
      '2603.99999',
    ]);
  });

  it('lists a paper once, and each of its cards', () => {
    const document = copyOf(friday);
    const card = document.querySelector('article');
    card?.after(card.cloneNode(true));
    const { papers, cards } = readPage(document, papersAt);
    expect(papers).toHaveLength(3);
    expect(cards).toHaveLength(4);
  });

  it('says that a list is empty only when the page does', () => {
    const document = changeData(copyOf(friday), (data) => {
      data.dailyPapers = [];
    });
    for (const card of document.querySelectorAll('article')) card.remove();
    expect(readPage(document, `${papersAt}/date/2026-03-27`).saysEmpty).toBe(true);
    expect(readPage(document, `${papersAt}/date/2026-03-30`).saysEmpty).toBeUndefined();
  });
});

describe('which digest /papers is', () => {
  it.each(['week', 'month', 'trending', 'day-2024'])(
    'tells that it shows what %s shows',
    (name) => {
      const expected = JSON.parse(textIn(folder, `${name}.expected.json`));
      expect(readPage(load(name), papersAt).digest).toEqual(expected.digest);
    },
  );

  it.each(['week', 'month', 'day-2024', 'day-svelte4'])('tells it of %s without data', (name) => {
    const expected = JSON.parse(textIn(folder, `${name}.expected.json`));
    const document = load(name);
    for (const element of document.querySelectorAll('[data-props]')) element.remove();
    document.querySelector('main')?.append(...load(name).querySelectorAll('main section'));
    expect(readPage(document, papersAt).digest).toEqual(expected.digest);
  });

  it('admits that it does not know', () => {
    const document = changeData(copyOf(friday), (data) => {
      data.dateString = 'soon';
    });
    for (const link of document.querySelectorAll('a[href*="/papers/date/"]')) link.remove();
    expect(readPage(document, papersAt).digest).toEqual({ id: 'huggingface:day:unknown' });
  });
});

describe('what is a card', () => {
  const read = (main: string) =>
    readPage(documentOf(`<main>${main}</main>`), `${papersAt}/date/2026-03-27`);
  const card = (id: string, title: string) =>
    `<h3><a href="/papers/${id}">${title}</a></h3><a href="/papers/${id}#community">3</a>`;

  it.each(['li', 'div'])('finds repeated %s blocks where there is no article', (tag) => {
    const blocks = ['2503.02130', '2503.02131'].map(
      (id) => `<${tag}><span>${card(id, `Paper ${id}`)}</span></${tag}>`,
    );
    const { papers, cards } = read(`<h1>Daily Papers</h1><section>${blocks.join('')}</section>`);
    expect(papers.map(({ title, comments }) => [title, comments])).toEqual([
      ['Paper 2503.02130', 3],
      ['Paper 2503.02131', 3],
    ]);
    expect(cards.map(({ element }) => element.tagName.toLowerCase())).toEqual([tag, tag]);
  });

  it('reads an article without a heading', () => {
    const { papers } = read(
      `<article><a href="/papers/2503.02130"><img src="/x.png"></a>
       <a href="https://huggingface.co/papers/2503.02130?from=list">A title</a></article>`,
    );
    expect(papers).toMatchObject([{ id: 'arxiv:2503.02130', title: 'A title' }]);
  });

  it('leaves out header, navigation, sidebars, collections and articles on several papers', () => {
    const { papers } = read(
      `<nav><article>${card('2501.00001', 'In the navigation')}</article></nav>
       <aside><article>${card('2501.00002', 'In a sidebar')}</article></aside>
       <article><h4><a href="/collections/faces">Faces</a></h4><a href="/papers/2501.00003">x</a></article>
       <article>${card('2501.00004', 'One')}${card('2501.00005', 'Two')}</article>
       <article><h3><a href="https://arxiv.org/abs/2501.00006">Elsewhere</a></h3></article>
       <article>${card('2503.02130', 'A real card')}</article>
       <p>See <a href="/papers/2501.00007">this paper</a>.</p>`,
    );
    expect(papers.map(({ title }) => title)).toEqual(['A real card']);
  });
});

describe('limits', () => {
  it('bounds every text and list', () => {
    const document = changeData(copyOf(friday), (data) => {
      const [entry] = data.dailyPapers as { paper: Record<string, unknown> }[];
      if (!entry) return;
      entry.paper.title = 'T'.repeat(5000);
      entry.paper.summary = 'A'.repeat(50_000);
      entry.paper.authors = Array.from({ length: 3000 }, (_, at) => ({ name: `${at}`.repeat(99) }));
      entry.paper.ai_keywords = Array.from({ length: 300 }, (_, at) => `${at}`);
    });
    const [paper] = readPage(document, papersAt).papers;
    expect(paper?.title).toHaveLength(1000);
    expect(paper?.abstract).toHaveLength(20_000);
    expect(paper?.authors).toHaveLength(2000);
    expect(Math.max(...(paper?.authors ?? []).map((name) => name.length))).toBe(200);
    expect(paper?.aiKeywords).toHaveLength(100);
  });

  it('keeps all of 300 authors', () => {
    const document = changeData(copyOf(friday), (data) => {
      const [entry] = data.dailyPapers as { paper: Record<string, unknown> }[];
      if (entry)
        entry.paper.authors = Array.from({ length: 300 }, (_, at) => ({ name: `A ${at}` }));
    });
    expect(readPage(document, papersAt).papers[0]?.authors).toHaveLength(300);
  });
});
