import type { Reading } from '../../sites/site';
import { documentOf, ownPages, pagesIn, readPage, textIn } from './pages';

/** One line of docs/sites.md: what one reader found on one page. */
export interface Found {
  readonly site: string;
  /** The kind of page. */
  readonly page: string;
  /** The file that read it, from the repository's root. */
  readonly reader: string;
  readonly reading: Pick<Reading, 'papers'>;
  /** The page, from the repository's root. */
  readonly fixture: string;
}

const left = ['id', 'source', 'unsure'];

/** The fields that any of the papers of a reading has, those of all of them first. */
function fieldsOf({ papers }: Found['reading']): string {
  const counts = new Map<string, number>();
  for (const field of papers.flatMap((paper) => Object.keys(paper)))
    if (!left.includes(field)) counts.set(field, (counts.get(field) ?? 0) + 1);
  const fields = [...counts].map(([field, count]) => (count < papers.length ? `${field}?` : field));
  return fields
    .sort((one, other) => Number(one.endsWith('?')) - Number(other.endsWith('?')))
    .join(', ');
}

/** What the readers of a kind of page of a site find on the project's own pages of that kind. */
export function foundBy(kind: string, title: string): Found[] {
  const [site = '', page = ''] = kind.split('/');
  return pagesIn(new URL(`${site}/`, ownPages), page).map((name) => {
    const { address } = JSON.parse(textIn(ownPages, `${site}/${name}.expected.json`)) as {
      readonly address: string;
    };
    return {
      site: title,
      page,
      reader: `sites/${kind}.ts`,
      reading: readPage(documentOf(textIn(ownPages, `${site}/${name}.html`)), address),
      fixture: `tests/fixtures/pages/${site}/${name}.html`,
    };
  });
}

/** The table of docs/sites.md. */
export function tableOf(found: readonly Found[]): string {
  const rows = found.map(({ site, page, reader, reading, fixture }) =>
    [site, page, `\`${reader}\``, reading.papers.length, fieldsOf(reading), `\`${fixture}\``].join(
      ' | ',
    ),
  );
  return [
    '| site | page | reader | papers | fields | fixture |',
    '| --- | --- | --- | --: | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
