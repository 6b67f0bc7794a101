import { decoded } from './ids';
import { limits } from './limits';

/** Parameters in which links that count clicks carry where they lead. */
const carriers = [
  'url',
  'u',
  'q',
  'target',
  'to',
  'dest',
  'destination',
  'redirect',
  'link',
  'r',
  'uddg',
  'file',
];
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

/** Archives, proxies and readers have it behind their own path: web.archive.org/web/2024…/https://… */
const behind = /\/(https?:\/+[^/].*)$/i;

function carried({ searchParams, pathname, search }: URL): URL | undefined {
  for (const name of carriers) {
    const value = searchParams.get(name);
    if (
      value &&
      value.length <= limits.address &&
      /^https?:\/\/\S/i.test(value) &&
      URL.canParse(value)
    )
      return new URL(value);
  }
  // https://help.proofpoint.com: urldefense.com/v3/__https://…__;
  const [, wrapped] = /__(https?:\/.+?)__/i.exec(pathname) ?? [];
  const [, inner] = wrapped ? [] : (behind.exec(decoded(pathname.slice(0, limits.address))) ?? []);
  const address = wrapped ?? (inner && `${inner}${search}`);
  return address && URL.canParse(address) ? new URL(address) : undefined;
}
