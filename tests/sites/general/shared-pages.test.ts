import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { doiIdentity } from '../../../papers/identity';
import { readPage } from '../../../sites/general/read';
import { documentOf, hasSharedPages, pagesIn, sharedPages, textIn } from '../pages';

const folder = new URL('publishers/', sharedPages);

/** Where a captured page was, as the table beside it says. */
function addressOf(path: string): string {
  const rows = textIn(sharedPages, 'README.md').split('\n');
  const row = rows.find((line) => line.startsWith(`| publishers/${path} |`)) ?? '';
  return row.split('|')[3]?.trim().split(' ')[0] ?? '';
}

const read = (path: string) =>
  readPage(documentOf(textIn(folder, `${path}.html`)), new URL(addressOf(`${path}.html`)));
const expectedOf = (path: string) => JSON.parse(textIn(folder, `${path}.expected.json`));

/** Pages that look like a paper's and are none. */
const others = ['challenge/aps-just-a-moment', 'nature/d41586-020-02610-z', 'zenodo/1196821'];
const lists = ['biorxiv/search-results'];
/** Its `citation_doi` is none, and its Dublin Core has one, which the expected file passes over. */
const ownDoi: Readonly<Record<string, string>> = {
  'projecteuclid/1391109086': '10.57262/ade/1391109086',
};

const pages = hasSharedPages
  ? readdirSync(folder).flatMap((site) =>
      pagesIn(new URL(`${site}/`, folder)).map((name) => `${site}/${name}`),
    )
  : [];
const articles = pages.filter((path) => !others.includes(path) && !lists.includes(path));

describe.skipIf(!hasSharedPages).each(articles)('captured page %s', (path) => {
  it('is read as expected', () => {
    const { doi = ownDoi[path], ...expected } = expectedOf(path);
    const { shows, papers, failed } = read(path);
    expect({ shows, failed }).toEqual({ shows: 'paper', failed: [] });
    const [paper] = papers;
    const ids = [paper?.id, ...(paper?.aliases ?? [])];
    const wanted = doiIdentity(doi ?? ownDoi[path] ?? '')?.id;
    expect(ids.filter((id) => id?.startsWith('doi:'))).toEqual(wanted ? [wanted] : []);
    expect({
      title: paper?.title,
      authors: paper?.authors ?? [],
      dateIso: paper?.publishedAt ?? null,
      venue: paper?.venue ?? null,
      pdfUrl: paper?.pdfUrl ?? null,
    }).toEqual({
      title: expected.title,
      authors: expected.authors,
      dateIso: expected.dateIso,
      venue: expected.venue,
      pdfUrl: expected.pdfUrl && new URL(expected.pdfUrl, addressOf(`${path}.html`)).href,
    });
  });
});

describe.skipIf(!hasSharedPages)('captured pages', () => {
  it.each(others)('%s is no paper', (path) => {
    const { shows, papers, cards, failed } = read(path);
    expect(['nothing', 'mentions']).toContain(shows);
    expect({ cards, failed }).toEqual({ cards: [], failed: [] });
    const { doi } = expectedOf(path);
    expect(papers.map(({ id }) => id)).not.toContain(`doi:${doi}`);
    if (path.startsWith('challenge/')) expect(papers).toEqual([]);
  });

  it.each(lists)('%s gives its entries', (path) => {
    const { papers } = read(path);
    expect(papers.map(({ id, title }) => ({ id: id.replace('doi:', ''), title }))).toEqual(
      expectedOf(path),
    );
  });

  it.each(hasSharedPages ? pagesIn(new URL('mail/', sharedPages)) : [])(
    'mail %s gives its entries',
    (name) => {
      const mail = new URL('mail/', sharedPages);
      const document = documentOf(textIn(mail, `${name}.html`));
      const { shows, papers, cards } = readPage(
        document,
        new URL('https://mail.example.com/inbox/1'),
      );
      const expected = JSON.parse(textIn(mail, `${name}.expected.json`)) as {
        title: string;
        url: string;
      }[];
      expect(shows).toBe('digest');
      expect(papers.map(({ title }) => title)).toEqual(expected.map(({ title }) => title));
      expect(cards).toHaveLength(expected.length);
    },
  );
});
