import type { DavAnswer, DavRequest, DavStandIn, Fault } from './server';

type Asked = (request: DavRequest) => boolean;
const isPut: Asked = ({ method }) => method === 'PUT';
const isGet: Asked = ({ method }) => method === 'GET';
const isListing: Asked = ({ method }) => method === 'PROPFIND';

/** Answers requests of that kind otherwise than a sound server. */
function on(asked: Asked, answer: Fault): Fault {
  return (request, next, server) =>
    asked(request) ? answer(request, next, server) : next(request);
}

/** F1: keeps the first bytes of what is written, and then drops the connection or says that all is well. */
export const keepsCutUpload = (bytes: number, says: 'nothing' | 'done'): Fault =>
  on(isPut, async (request, next) => {
    const answer = await next({ ...request, body: request.body.subarray(0, bytes) });
    return says === 'done' ? answer : { ...answer, cutAfter: 0 };
  });

/** F2: a cache on the way that keeps the first answer, but from who forbids it. */
export function cachesAnswers(obeys: boolean): Fault {
  const kept = new Map<string, DavAnswer>();
  return on(isGet, async (request, next) => {
    const forbids = /no-cache|no-store/.test(String(request.headers['cache-control']));
    const known = kept.get(request.path);
    if (known && !(obeys && forbids)) return known;
    const answer = await next(request);
    if (answer.status === 200) kept.set(request.path, answer);
    return answer;
  });
}

/** F2: says that nothing changed, to who did not ask. */
export const saysNotModified: Fault = on(isGet, () => ({ status: 304 }));

/** F3: lets so many requests through, and no more. */
export function limits(
  count: number,
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body = 'Too many',
): Fault {
  let asked = 0;
  return (request, next) => {
    asked += 1;
    return asked > count ? { status, headers, body } : next(request);
  };
}

/** F4: what Nutstore says to who asks too much. */
export const nutstoreLimit = (status: number): Fault =>
  limits(
    0,
    status,
    { 'Content-Type': 'application/xml' },
    '<?xml version="1.0"?><d:error xmlns:d="DAV:" xmlns:s="http://ns.jianguoyun.com"><s:exception>BlockedTemporarily</s:exception><s:message>Too many requests, please try again later.</s:message></d:error>',
  );

const rowEnd = '</D:response>';

/** F5, F12: lists so many rows and no more; `tells` adds the row by which RFC 6578 says so. */
export const listsOnly = (rows: number, tells = false): Fault =>
  on(isListing, async (request, next) => {
    const answer = await next(request);
    const parts = String(answer.body).split(rowEnd);
    if (parts.length - 1 <= rows + 1) return answer;
    const cut = `<D:response><D:href>${request.path}</D:href><D:status>HTTP/1.1 507 Insufficient Storage</D:status></D:response>`;
    const kept = `${parts.slice(0, rows + 1).join(rowEnd)}${rowEnd}${tells ? cut : ''}`;
    return { ...answer, body: `${kept}</D:multistatus>` };
  });

/** F5: ends a listing in the middle of it. */
export const cutsListing = (bytes: number): Fault =>
  on(isListing, async (request, next) => {
    const answer = await next(request);
    return { ...answer, body: String(answer.body).slice(0, bytes) };
  });

/** F6: lists all that lies below, whatever depth is asked for. */
export const listsDeep: Fault = on(isListing, async (request, next, server) => {
  const answers = server.tree
    .below(request.path)
    .map((path) => next({ ...request, path, headers: { ...request.headers, depth: '0' } }));
  const rows = (await Promise.all(answers)).map(({ body }) =>
    /<D:response>[\s\S]*<\/D:response>/.exec(String(body)),
  );
  return {
    ...(await next(request)),
    body: `<D:multistatus xmlns:D="DAV:">${rows.join('')}</D:multistatus>`,
  };
});

/** F7: begins to list and never ends. */
export const neverEndsListing: Fault = on(isListing, async (request, next) => ({
  ...(await next(request)),
  isEndless: true,
}));

/** F9: what was written is not there for so many requests. */
export function arrivesLate(requests: number): Fault {
  const since = new Map<string, number>();
  return async (request, next) => {
    if (isPut(request)) since.set(request.path, requests);
    const left = since.get(request.path) ?? 0;
    if (!isGet(request) || left === 0) return next(request);
    since.set(request.path, left - 1);
    return { status: 404 };
  };
}

/** F9: says that heads are written, and they never come. */
export const losesHeads: Fault = on(
  (request) => isPut(request) && request.path.includes('/h/'),
  () => ({ status: 201 }),
);

/** F10: keeps both, as `name (1)`. */
export const numbersNames: Fault = on(isPut, (request, next, { tree }) => {
  const free = (n: number): string => {
    const path = n === 0 ? request.path : `${request.path} (${n})`;
    return tree.get(path) ? free(n + 1) : path;
  };
  return next({ ...request, path: free(0) });
});

/** F13: tells the tag of before. */
export const tellsOldTag: Fault = on(isPut, async (request, next, { tree }) => {
  const etag = tree.get(request.path)?.etag ?? '"0"';
  const answer = await next(request);
  return { ...answer, headers: { ...answer.headers, ETag: etag } };
});

/** F14: tags of a compressed form, which differ from those that listings tell. */
export const suffixesTags: Fault = async (request, next) => {
  const answer = await next(request);
  const body = String(answer.body ?? '');
  return isListing(request)
    ? {
        ...answer,
        body: body.replace(/(getetag[^>]*>)&quot;(\d+)&quot;/g, '$1W/&quot;$2-gzip&quot;'),
      }
    : answer;
};

/** F15: refuses every condition, also one that holds. */
export const refusesConditions = (status: 412 | 501): Fault =>
  on(
    ({ headers }) => Object.keys(headers).some((name) => /^if(-|$)/.test(name)),
    () => ({ status }),
  );

/** F16: takes no file of more bytes. */
export const takesAtMost = (bytes: number): Fault =>
  on(
    ({ method, body }) => method === 'PUT' && body.length > bytes,
    () => ({ status: 413, body: '<html>413 Request Entity Too Large</html>' }),
  );

/** F17: says of every nth file that somebody else writes it. */
export function locksEvery(nth: number): Fault {
  let written = 0;
  return on(isPut, (request, next) => {
    written += 1;
    return written % nth === 0 ? { status: 423, body: 'Locked' } : next(request);
  });
}

/** F18, F19: sends everything elsewhere. */
export const redirects = (status: number, where: (path: string) => string): Fault => {
  return ({ path }) => ({ status, headers: { Location: where(path) } });
};

/** F21: takes its time for each request: a clock is set forward by so many ms. */
export function takesTime(ms: number, pass: (ms: number) => void): Fault {
  return (request, next) => {
    pass(ms);
    return next(request);
  };
}

/** F22: a clock that is off by so many ms. */
export const hasClockOff =
  (ms: number, now: number): Fault =>
  async (request, next) => {
    const answer = await next(request);
    return { ...answer, headers: { ...answer.headers, Date: new Date(now + ms).toUTCString() } };
  };

/** F23: has room for so many bytes; what is taken away lies in its bin and counts. */
export function isFull(bytes: number): Fault {
  let written = 0;
  return on(isPut, (request, next) => {
    if (written + request.body.length > bytes) return { status: 507, body: 'Insufficient Storage' };
    written += request.body.length;
    return next(request);
  });
}

/** F24: says again what it was told, password and all. */
export const repeatsRequests = (status: number): Fault => {
  return ({ headers }) => ({ status, body: JSON.stringify(headers) });
};

/** F26: what was written first comes last. */
export function swapsWrites(): Fault {
  let held: DavRequest | undefined;
  return on(isPut, async (request, next) => {
    const first = held;
    held = first ? undefined : request;
    if (!first) return { status: 201 };
    await next(request);
    return next(first);
  });
}

/** A network or a storage that answers everything with its page to log in. */
export const wantsLogin: Fault = () => ({
  status: 200,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: '<!DOCTYPE html><title>Welcome</title><form><input type="password"></form>',
});

/** Apache's mod_speling, of names that are like one that is there. */
export const offersOthers: Fault = on(
  ({ method }) => method === 'GET' || method === 'PROPFIND',
  async (request, next) => {
    const answer = await next(request);
    return answer.status === 404
      ? { status: 300, headers: { 'Content-Type': 'text/html' }, body: '<p>Multiple Choices</p>' }
      : answer;
  },
);

/** F11, F25: takes away what lies there, as an emptied folder, another account, or a lost file. */
export function loses(server: DavStandIn, path: string): void {
  server.tree.remove(path);
}
