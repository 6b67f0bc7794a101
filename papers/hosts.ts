import { arxivIdIn, type Identity } from './ids';

/** Parameters of look-up pages whose value is an arXiv id. */
export const lookUps = ['arxivId', 'arxiv_id', 'id_list'];

/** The paper that a look-up page is asked for. A list of several names none. */
export function lookedUp({ searchParams }: URL): Identity | undefined {
  const value = lookUps.map((name) => searchParams.get(name)).find(Boolean) ?? '';
  return /,\s*\w/.test(value) ? undefined : arxivIdIn(`/${value}`);
}

/** Tells whether an address is on one of the hosts, or below. */
export function isOn(hosts: readonly string[], url: URL): boolean {
  const host = `.${url.hostname.replace(/\.$/, '')}`;
  return hosts.some((one) => host.endsWith(`.${one}`));
}
