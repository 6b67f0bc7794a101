import { readPage } from '../../../sites/general/read';
import { labPages } from '../../fixtures/general/labs';
import { listPages } from '../../fixtures/general/lists';
import type { GeneralPage } from '../../fixtures/general/page';
import { paperPages } from '../../fixtures/general/papers';
import { publisherPages } from '../../fixtures/general/publishers';
import { taggedPages } from '../../fixtures/general/tagged';
import { documentOf } from '../pages';
import type { Found } from '../table';

const files: Readonly<Record<string, string>> = {
  embedded: 'embedded',
  links: 'linked',
};
const ofProceedings = new Set(['cvf', 'neurips', 'pmlr']);

function fileOf(reader: string): string {
  const own = ofProceedings.has(reader) ? 'proceedings' : reader;
  if (reader === 'address') return 'papers/paper-at.ts';
  return `sites/general/${files[reader] ?? `own/${own}`}.ts`;
}

/** What the readers of any site find on the project's own pages of other sites. */
export function foundElsewhere(): Found[] {
  const of = (pages: readonly GeneralPage[], file: string) =>
    pages.map(({ site, kind, reader, html, address }) => ({
      site,
      page: kind,
      reader: fileOf(reader),
      reading: readPage(documentOf(html), new URL(address)),
      fixture: `tests/fixtures/general/${file}.ts`,
    }));
  return [
    ...of(paperPages, 'papers'),
    ...of(publisherPages, 'publishers'),
    ...of(listPages, 'lists'),
    ...of(labPages, 'labs'),
    ...of(taggedPages, 'tagged'),
  ].sort((one, other) => one.site.localeCompare(other.site, 'en'));
}
