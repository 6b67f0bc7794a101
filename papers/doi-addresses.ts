import { isOn } from './hosts';

/** Addresses in which the end of the paper's DOI stands, or a number that is in it. */
interface DoiAddresses {
  readonly hosts: readonly string[];
  /** What it matches of path and query, and in groups the parts of the DOI. */
  readonly address: RegExp;
  readonly doi: (...parts: (string | undefined)[]) => string;
}

/** Publishers whose addresses are as good as DOIs. Those that give a version of its own another DOI are none. */
const publishers: readonly DoiAddresses[] = [
  {
    // News (`d41586-…`) is no paper; numbers with a letter are those of before 2017.
    hosts: ['nature.com'],
    address:
      /^\/articles\/((?:s\d{5}|n[a-z]+|srep|ncomms)[\w.-]*?|\d{5,6}[a-z]\d?)(?:\.pdf|_reference\.pdf)?\/?(?:\?|$)/i,
    doi: (name) => `10.1038/${name}`,
  },
  {
    hosts: ['nber.org'],
    address: /\/(?:working_)?papers\/(w\d{1,6})(?=[/.?]|$)/i,
    doi: (number) => `10.3386/${number}`,
  },
  {
    hosts: ['peerj.com'],
    address: /^\/articles\/(?:([a-z]{2,10})-)?(\d{1,6})(?=[/.?]|$)/i,
    doi: (journal, number) => `10.7717/peerj${journal ? `-${journal}` : ''}.${number}`,
  },
  {
    hosts: ['ssrn.com'],
    address: /[/?&](?:abstract|abstract_?id)=(\d{4,9})(?!\d)/i,
    doi: (number) => `10.2139/ssrn.${number}`,
  },
  {
    hosts: ['pubs.rsc.org'],
    address:
      /\/content\/article(?:landing|pdf|html)\/\d{4}\/[a-z\d]{2,4}\/([a-z]\d[a-z]{2}\d{5}[a-z\d])(?=[/?]|$)/i,
    doi: (code) => `10.1039/${code}`,
  },
];

/** The DOI of the paper that such an address is of. */
export function doiOfAddress(url: URL): string | undefined {
  const publisher = publishers.find(({ hosts }) => isOn(hosts, url));
  const found = publisher?.address.exec(`${url.pathname}${url.search}`.slice(0, 2000));
  return found ? publisher?.doi(...found.slice(1)) : undefined;
}

/** Finds in a link, whatever it is, that it may be one of those. */
export const likelyDoiAddress = /(?:nature|nber|peerj|ssrn|rsc)\.(?:com|org)\//i;
