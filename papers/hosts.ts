import { arxivIdIn, decoded, type Identity } from './ids';

/** Parameters of look-up pages whose value is an arXiv id. */
export const lookUps = ['arxivId', 'arxiv_id', 'id_list'];
const lookUp = new RegExp(`[?&](?:${lookUps.join('|')})=([^&]+)`, 'i');
const labelled = /arxiv:[^&]+/i;

/** The paper that a look-up page is asked for. A list of several names none. */
export function lookedUp({ search }: URL): Identity | undefined {
  return oneIn(lookUp.exec(decoded(search))?.[1]);
}

/** The paper that a page is asked for by its id, with or without a parameter's name: `?q=arXiv:2503.02130`. */
export function askedFor(url: URL): Identity | undefined {
  return lookedUp(url) ?? oneIn(labelled.exec(decoded(url.search))?.[0]);
}

function oneIn(value = ''): Identity | undefined {
  return /,\s*\w/.test(value) ? undefined : arxivIdIn(`/${value}`);
}

/** Tells whether an address is on one of the hosts, or below. */
export function isOn(hosts: readonly string[], url: URL): boolean {
  const host = `.${url.hostname.replace(/\.$/, '')}`;
  return hosts.some((one) => host.endsWith(`.${one}`));
}
