import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { maySend } from '../../background/messages/may-send';
import { type Handlers, type MessageType, type Sender, serve } from '../../lib/messages';
import { senders } from '../../lib/senders';
import { contentMatches, digestMatches, requiredHosts } from '../../sites/hosts';

const own = 'chrome-extension://offprint-id/';
const id = 'offprint-id';
const tab = { id: 7 };

/** What pages of any other site may send as far as their address tells; those that are not granted are refused before they are answered. */
const guest = ['site'];

/** Every kind of sender, and what it may send. */
const table: readonly [string, Sender, readonly string[]][] = [
  [
    'a digest of Hugging Face',
    { id, tab, url: 'https://huggingface.co/papers' },
    ['site', 'digests'],
  ],
  [
    'a paper of Hugging Face',
    { id, tab, url: 'https://huggingface.co/papers/2503.02130' },
    ['site', 'digests'],
  ],
  [
    'Hugging Face after it went on without a load',
    { id, tab, url: 'https://huggingface.co/models' },
    ['site', 'digests'],
  ],
  ['a paper of arXiv', { id, tab, url: 'https://arxiv.org/abs/2503.02130' }, ['site', 'digests']],
  ['arXiv without TLS', { id, tab, url: 'http://arxiv.org/abs/2503.02130' }, []],
  [
    'another host of arXiv, which is granted where our script is',
    { id, tab, url: 'https://www.arxiv.org/abs/2503.02130' },
    ['site', 'digests'],
  ],
  ['a host of arXiv that is not read', { id, tab, url: 'https://info.arxiv.org/abs/x' }, guest],
  [
    'a host that begins alike',
    { id, tab, url: 'https://huggingface.co.evil.example/papers' },
    guest,
  ],
  ['a host behind a name', { id, tab, url: 'https://huggingface.co@evil.example/papers' }, guest],
  ['another port', { id, tab, url: 'https://huggingface.co:8443/papers' }, guest],
  ['a foreign site', { id, tab, url: 'https://evil.example/https://huggingface.co/papers' }, guest],
  ['a frame without an address', { id, tab, url: 'about:blank' }, []],
  ['a sandboxed page', { id, tab, url: 'data:text/html,x' }, []],
  ['the popup', { id, url: `${own}popup.html` }, ['own']],
  ['a page of ours in a tab', { id, tab, url: `${own}library.html?q=x` }, ['own']],
  ['our page that nobody sees', { id, url: `${own}offscreen.html` }, ['own', 'hidden']],
  ['a page of another extension, named alike', { id: 'x', url: `${own}offscreen.html` }, []],
  ['the background', { id, url: `${own}background.js` }, ['own']],
  ['a background without an address', { id }, ['own']],
  ['a page whose address is not told', { id, tab }, []],
  ['a page of another extension', { id: 'other', url: 'chrome-extension://other/popup.html' }, []],
  ['another extension that names our page', { id: 'other', url: `${own}popup.html` }, []],
  [
    'another extension on a site of ours',
    { id: 'other', tab, url: 'https://huggingface.co/papers' },
    [],
  ],
  [
    'another extension whose address begins alike',
    { id, url: 'chrome-extension://offprint-id2/x' },
    [],
  ],
  ['nobody', {}, []],
];

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  Object.assign(fakeBrowser.runtime, {
    id,
    getURL: (path: string) => own + path.replace(/^\//, ''),
  });
});

/** Sends a message to a context that serves everything. */
function isServed(type: string, sender: Sender): boolean {
  const listeners: unknown[] = [];
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((listener) =>
    listeners.push(listener),
  );
  const all = Object.fromEntries(Object.keys(senders).map((one) => [one, async () => null]));
  serve(all as unknown as Handlers<MessageType>, maySend, () => {});
  const listener = listeners[0] as (...given: unknown[]) => unknown;
  return listener({ type, request: {} }, sender, () => {}) === true;
}

describe('who may send a message', () => {
  for (const [who, sender, may] of table)
    for (const [type, origin] of Object.entries(senders)) {
      const isMeant = origin.split(' or ').some((one) => may.includes(one));
      it(`${who} ${isMeant ? 'may' : 'may not'} send ${type}`, () => {
        expect(maySend(type as MessageType, sender)).toBe(isMeant);
        expect(isServed(type, sender)).toBe(isMeant);
      });
    }

  it('is told by the hosts that the manifest names, and no others', () => {
    const hosts = requiredHosts.map((pattern) => pattern.replace('/*', ''));
    for (const host of hosts) expect(maySend('sighting', { id, url: `${host}/x` })).toBe(true);
    for (const pattern of contentMatches)
      expect(maySend('sighting', { id, url: pattern.replace('*', '') })).toBe(true);
    for (const pattern of digestMatches)
      expect(maySend('undo', { id, url: pattern.replace('*', '') })).toBe(true);
  });
});
