import type { PaperId } from '../paper';

/**
 * The DOIs of servers of preprints, as Crossref's members have them: bioRxiv and medRxiv (by number, since Cold Spring
 * Harbor's journals share their first prefix; `10.64898` is openRxiv's), Research Square, ChemRxiv, OSF's with those of its
 * communities (PsyArXiv, SocArXiv, engrXiv, EarthArXiv, MetaArXiv, LawArXiv, EdArXiv), EcoEvoRxiv, SSRN, Preprints.org, TechRxiv,
 * Authorea and ESS Open Archive, Cambridge Open Engage, SciELO, JMIR, PeerJ's, ScienceOpen's, EGUsphere with the discussions of
 * Copernicus' journals.
 */
const server =
  /^doi:10\.(?:1101\/\d|(?:64898|21203|26434|31219|31234|31235|31224|31223|31222|31228|35542|32942|20944|36227|22541|33774)\/|2139\/ssrn|1002\/essoar|1590\/scielopreprints|2196\/preprints|7287\/peerj\.preprints|14293\/(?:s2199-1006|pr2199)|5194\/(?:egusphere-\d{4}-|[a-z]+-\d{4}-\d+$|[a-z]+d?-\d+-\d+-\d{4}-(?:preprint|discussion)))/;

/** Tells whether an id is that of a preprint: arXiv's, or a DOI of a server of preprints. */
export function isPreprint(id: PaperId): boolean {
  return id.startsWith('arxiv:') || server.test(id);
}
