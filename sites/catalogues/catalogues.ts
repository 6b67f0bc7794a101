import type { FillingSource } from '../../papers/filling/names';
import { arxivApiPermission } from '../arxiv/api';
import { apiPermission } from '../huggingface/api';
import { crossrefPermission } from './crossref';
import { dblpPermission } from './dblp';
import { openAlexPermission } from './openalex';

/** What a service is called, and what the browser must allow before it is asked. */
export interface CatalogueName {
  readonly title: string;
  readonly permission: string;
}

/** The services that are asked for what is missing of a paper. */
export const catalogueNames: Readonly<Record<FillingSource, CatalogueName>> = {
  huggingface: { title: 'Hugging Face', permission: apiPermission },
  arxiv: { title: 'arXiv', permission: arxivApiPermission },
  crossref: { title: 'Crossref', permission: crossrefPermission },
  openalex: { title: 'OpenAlex', permission: openAlexPermission },
  dblp: { title: 'DBLP', permission: dblpPermission },
};

/** Takes a service; gives its host, as a reader may know it. */
export function catalogueHost(source: FillingSource): string {
  return catalogueNames[source].permission.replace(/^https:\/\/|\/\*$/g, '');
}
