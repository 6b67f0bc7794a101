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
      /^\/(?:articles|[a-z]+\/journal\/v\d+\/n\w+\/(?:abs|full|pdf))\/((?:s\d{5}|n(?!ews)[a-z]+|srep|ncomms)[\w.-]*?|\d{5,6}[a-z]\d?)(?:\.e?pdf|_reference\.pdf|\.html)?(?:\/(?:figures|tables|metrics)(?:\/\d+)?)?\/?(?:\?|$)/i,
    doi: (name) => `10.1038/${name}`,
  },
  {
    // Journals whose names are followed by year and number; those that begin with "n" have numbers alone, as above; Palgrave's have another prefix.
    hosts: ['nature.com'],
    address: /^\/articles\/(?!n|srep|pal)([a-z]{2,8})(20[01]\d)(\d{1,3})(?:\.pdf)?\/?(?:\?|$)/i,
    doi: (name, year, number) => `10.1038/${name}.${year}.${number}`,
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
  const address = `${url.pathname}${url.search}`.slice(0, 2000);
  for (const publisher of publishers) {
    const found = isOn(publisher.hosts, url) ? publisher.address.exec(address) : null;
    if (found) return publisher.doi(...found.slice(1));
  }
  return undefined;
}

/** Finds in a link, whatever it is, that it may be one of those. */
export const likelyDoiAddress = /(?:nature|nber|peerj|ssrn|rsc)\.(?:com|org)\//i;
