import type { PaperId } from '../paper';

/**
 * The DOIs of servers of preprints, as Crossref's members have them: bioRxiv and medRxiv (by number, since Cold Spring
 * Harbor's journals share their first prefix; `10.64898` is openRxiv's), Research Square, ChemRxiv, OSF's, PsyArXiv, SocArXiv,
 * engrXiv and EarthArXiv, SSRN, Preprints.org, TechRxiv, Authorea.
 */
const server =
  /^doi:10\.(?:1101\/\d|(?:64898|21203|26434|31219|31234|31235|31224|31223|20944|36227|22541)\/|2139\/ssrn)/;

/** Tells whether an id is that of a preprint: arXiv's, or a DOI of a server of preprints. */
export function isPreprint(id: PaperId): boolean {
  return id.startsWith('arxiv:') || server.test(id);
}
