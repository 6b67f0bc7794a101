import { decoded } from './ids';
import { limits } from './limits';

/** Parameters in which links that count clicks carry where they lead, in small letters. */
const carriers =
  /^(?:(?:redirect|return|target|dest(?:ination)?|q)?_?(?:ur[il]|to)?|redirect|target|dest(?:ination)?|q(?:uery)?|link|href|file|src|goto|next|continue|uddg|text|body|[aruz])$/;
/** How often a link may be wrapped; one that leads to itself for ever ends here. */
const mostLayers = 4;

/**
 * Where a link leads in the end, as far as it says so itself: Scholar's, Google's, Outlook's and newsletters' own addresses
 * carry the real one. Nothing is asked for.
 */
export function target(url: URL): URL {
  let end = url;
  for (let layer = 0; layer < mostLayers; layer++) {
    const inner = carried(end);
    if (!inner) break;
    end = inner;
  }
  return end;
}

/** Finds in a link, whatever it is, that it may carry another one. Most links carry none. */
export const likelyCarrier =
  /.https?(?::|%3a|-3a)|aHR0c|eyJ|proxy|\.oclc\.|\/web\/\d|\/amp\/s\/|[?&]redirect=/i;

/** Archives, proxies and readers have it behind their own path: web.archive.org/web/2024…/https://… */
const behind = /[/:](https?:\/+[^/].*)$/i;
/** Those that leave its scheme out: web.archive.org/web/2024/arxiv.org/…, google.com/amp/s/arxiv.org/… */
const bare = /^\/(?:web\/\d[^/]*|amp\/s)\/((?:[\w-]+\.)+[a-z]{2,}\/.+)$/i;

function carried(url: URL): URL | undefined {
  if (!likelyCarrier.test(url.href)) return undefined;
  const { pathname, search } = url;
  const path = decoded(pathname.slice(0, limits.address));
  return (
    inParameter(url) ??
    inMail(pathname, search) ??
    parsed(/^\?(https?(?::|%3a).+)$/i.exec(search)?.[1]) ??
    parsed(behind.exec(path)?.[1], search) ??
    parsed(bare.exec(path)?.[1]?.replace(/^/, 'https://'), search) ??
    inCode(pathname + search) ??
    unproxied(url)
  );
}

/** A parameter that is an address, else one that has an address among other words: `text=BERT https://…` */
function inParameter({ searchParams, origin }: URL): URL | undefined {
  const values = [...searchParams]
    .filter(([name, value]) => carriers.test(name.toLowerCase()) && value.length <= limits.address)
    .map(([, value]) => value.replace(/^\/(?=[^/]+\?)/, `${origin}/`));
  const whole = values.find((value) => /^https?:\/\/\S/i.test(value));
  const within = whole ?? values.find((value) => /[\s:]https?:\/\/\S/i.test(value));
  return parsed(/https?:\/\/\S+/i.exec(within ?? '')?.[0]);
}

/** https://help.proofpoint.com: urldefense.com/v3/__https://…__; and v2/url?u=https-3A__arxiv.org_abs_… */
function inMail(pathname: string, search: string): URL | undefined {
  const [, wrapped] = /__(https?:\/.+?)__/i.exec(pathname) ?? [];
  if (wrapped) return parsed(wrapped.replace(/^(https?:\/)\*/i, '$1/'));
  const [, coded] = /[?&]u=(https?-3A__[^&]+)/i.exec(search) ?? [];
  return parsed(coded && decoded(coded.replaceAll('_', '/').replace(/-(?=[\dA-F]{2})/g, '%')));
}

/** Bing's and newsletters' addresses have it in base64, by itself or in JSON. */
function inCode(address: string): URL | undefined {
  const [code] = /(?:aHR0c|eyJ)[\w-]{12,2000}/.exec(address) ?? [];
  if (!code) return undefined;
  const whole = code.slice(0, code.length - (code.length % 4 === 1 ? 1 : 0));
  const text = atob(whole.replaceAll('-', '+').replaceAll('_', '/'));
  return parsed(/https?:\/\/[^\s"\\<>]+/i.exec(text)?.[0]);
}

/** Libraries' proxies have the host in their own: www-nature-com.ezproxy.example.edu, arxiv.org.ezproxy.example.edu */
function unproxied(url: URL): URL | undefined {
  const [, host] =
    /^(.+?[.-](?:com|org|net|gov|edu|io|co))\.(?:[\w-]+\.)*(?:[\w-]*proxy[\w-]*|idm\.oclc)\.\S+$/i.exec(
      url.hostname,
    ) ?? [];
  const name = host?.includes('.')
    ? host
    : host?.replace(/--?/g, (sign) => (sign === '-' ? '.' : '-'));
  return parsed(name && `https://${name}${url.pathname}`, url.search);
}

function parsed(address: string | undefined, search = ''): URL | undefined {
  const whole = address && decodedStart(address) + search;
  return whole && URL.canParse(whole) ? new URL(whole) : undefined;
}

/** `https%3A%2F%2F…` by itself is decoded; in an address that can be read a percent sign may belong to it. */
function decodedStart(address: string): string {
  return /^https?%3a/i.test(address) ? decoded(address) : address;
}
