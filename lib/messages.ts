import type { Paper, PaperId, PaperState, SavedState, Status } from '../papers/paper';
import type { BarProtocol, LastAction, PagePart, Standing } from './bar-messages';
import { browser } from './browser';
import type { Click } from './click';

export type { Remarks, Standing } from './bar-messages';

/** Where a visit is: the page and the moment it began. */
export interface Visit {
  /** See `Digest` in sites/site.ts. */
  readonly digest: string;
  readonly day?: string;
  readonly shows: 'digest' | 'paper';
  /** ms since the epoch; the same in every message of one visit. */
  readonly visitAt: number;
}

/** What the content script tells the popup of its page. */
export interface PageReport extends Visit {
  /** See `PageKind`. */
  readonly kind: string;
  readonly ids: readonly PaperId[];
  /** Set when the page looks like a digest but yields no paper. */
  readonly problem?: 'nothing-found';
}

/** The state of each paper of a page, by the id the page used. */
export type PageStates = Record<PaperId, PaperState>;

/** Every message: who sends it, what goes in and what comes back. One handler a message. */
export interface Protocol extends BarProtocol {
  /** Content script to background: these papers are on the page; how do they stand? */
  sighting: { request: Visit & { papers: readonly Paper[] }; response: Standing };
  /**
   * Content script to background: how do they stand now, in a visit that begins? Without `ids` those are meant that
   * are known to be on the list which the page's address names: asked before the page is there.
   */
  states: {
    request: { ids?: readonly PaperId[]; day?: string; visitAt: number };
    response: Standing;
  };
  /** Content script to background: these papers were on screen. */
  impressions: { request: { visitAt: number; ids: readonly PaperId[] }; response: null };
  /** Content script to background: the visit is over; what was on screen in it is seen. */
  leave: { request: { visitAt: number }; response: null };
  /** Content script to background: the reader has decided. Answered when it is stored, with what that changed: a repeat, or what comes too late, changes nothing. */
  decide: {
    request: Visit & {
      paper: Paper;
      /** `less` dismisses it, and says that there be less like it. */
      to: Status | 'saved' | 'dismissed' | 'less' | 'undecided';
      click: Click;
      /** How the paper stood on the page that was clicked, where it knew. */
      shown?: PaperState | undefined;
      /** Its place on the page, from 0. */
      rank?: number;
      /** With what: a card's control, which is what is taken for granted, the page bar, or a command. */
      view?: 'page' | 'bar' | 'command';
    };
    response: { standing: Standing; action: LastAction | null };
  };
  /** Content script to background: load a part of what is shown there into the page. Answered when it is there. */
  loadPart: { request: { part: PagePart }; response: null };
  /** Content script to background: which of these papers, that a page has links to, are saved, and how far are they read? */
  savedOf: {
    request: { ids: readonly PaperId[] };
    response: Readonly<Record<PaperId, SavedState>>;
  };
  /** Content script to background: this tab shows another page now. Which one, the browser says. */
  here: { request: Record<string, never>; response: null };
  /** Popup or background to content script: what is on this page? */
  page: { request: Record<string, never>; response: PageReport | undefined };
  /**
   * Background to content script: papers of the page changed elsewhere, and stand like this now. `isAll` when
   * rules, lists or too many papers to name changed, so that other days may have, too.
   */
  changed: { request: Standing & { isAll?: true }; response: null };
  /** Background to content script: the reader has taken these sites away (match patterns). */
  withdrawn: { request: { origins: readonly string[] }; response: null };
  /** Chrome's hidden page to background: do this with what the extension has stored, which that page cannot reach. */
  relay: {
    request: {
      area: 'local' | 'session';
      method: 'get' | 'set' | 'remove';
      given: string | readonly string[] | Readonly<Record<string, unknown>>;
    };
    response: unknown;
  };
  /** Background to content script: the reader asked to save this page's paper. */
  savePage: { request: Record<string, never>; response: boolean };
}

/** The name of a message. */
export type MessageType = keyof Protocol;
type Request<T extends MessageType> = Protocol[T]['request'];
type Response<T extends MessageType> = Protocol[T]['response'];

/** Who sent a message. */
export interface Sender {
  readonly id?: string;
  readonly url?: string;
  readonly tab?: { readonly id?: number; readonly url?: string };
  /** 0 for the page itself. */
  readonly frameId?: number;
}

/** One handler for each message that a context serves. */
export type Handlers<T extends MessageType> = {
  [Type in T]: (request: unknown, sender: Sender) => Promise<Response<Type>>;
};

type Handler = (request: unknown, sender: Sender) => Promise<unknown>;
type Answer = { value: unknown } | { error: { name: string; code?: string; message: string } };

/** An error of the other side, thrown again on this one. */
export class RemoteError extends Error {
  constructor(
    message: string,
    /** The `code` of a `StoreError`, if it was one. */
    readonly code?: string,
  ) {
    super(message);
    this.name = 'RemoteError';
  }
}

/** Tells whether the extension itself sent a message; nobody else reaches a content script. */
export function isFromUs(_type: MessageType, sender: Sender): boolean {
  return sender.id === browser.runtime.id;
}

/**
 * Serves messages. Call in the first tick of the context. Messages of those who may not send them are
 * ignored, see `senders`; a thrown error crosses as data.
 * @param may Tells who may send what: `maySend`, or `isFromUs` in a content script.
 * @param onError Told of every error before it crosses.
 */
export function serve<T extends MessageType>(
  handlers: Handlers<T>,
  may: (type: MessageType, sender: Sender) => boolean,
  onError: (error: unknown) => void,
  signal?: AbortSignal,
): void {
  const listener = (
    message: unknown,
    sender: Sender,
    sendResponse: (answer: Answer) => void,
  ): true | undefined => {
    if (!isMessage(message) || !Object.hasOwn(handlers, message.type)) return undefined;
    if (!may(message.type, sender)) return undefined;
    const handler: Handler = handlers[message.type as T];
    Promise.resolve()
      .then(() => handler(message.request, sender))
      .then((value) => sendResponse({ value }))
      .catch((error: unknown) => {
        onError(error);
        sendResponse({ error: asData(error) });
      });
    return true;
  };
  browser.runtime.onMessage.addListener(listener as never);
  signal?.addEventListener('abort', () =>
    browser.runtime.onMessage.removeListener(listener as never),
  );
}

/**
 * Asks the background, again and again if it died on the way: every message may be repeated
 * without harm.
 * @throws RemoteError when the background answered with an error.
 * @throws Error when it could not be reached at all.
 */
export async function ask<T extends MessageType>(
  type: T,
  request: Request<T>,
): Promise<Response<T>> {
  const waits = [50, 200, 1000, 3000];
  for (;;) {
    try {
      const answer = browser.runtime.sendMessage({ type, request });
      return unwrap<T>(await Promise.race([answer, pause(patience)]));
    } catch (error) {
      const wait = waits.shift();
      if (error instanceof RemoteError || wait === undefined) throw error;
      await pause(wait);
    }
  }
}

/** How long a message may go unanswered, in ms: one sent to a dying worker never is. */
const patience = 5000;

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined));
}

/**
 * Asks the content script of a tab.
 * @returns `undefined` when no content script of ours is there.
 */
export async function askTab<T extends MessageType>(
  tabId: number,
  type: T,
  request: Request<T>,
): Promise<Response<T> | undefined> {
  try {
    return unwrap<T>(await browser.tabs.sendMessage(tabId, { type, request }, { frameId: 0 }));
  } catch (error) {
    if (error instanceof RemoteError) throw error;
    return undefined;
  }
}

function unwrap<T extends MessageType>(answer: unknown): Response<T> {
  if (typeof answer !== 'object' || answer === null) throw new Error('No answer');
  const { value, error } = answer as {
    value?: unknown;
    error?: { message: string; code?: string };
  };
  if (error) throw new RemoteError(error.message, error.code);
  return value as Response<T>;
}

function isMessage(message: unknown): message is { type: MessageType; request: unknown } {
  return typeof message === 'object' && message !== null && 'type' in message;
}

function asData(error: unknown): { name: string; code?: string; message: string } {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const code = (error as { code?: unknown } | undefined)?.code;
  return { name, message, ...(typeof code === 'string' ? { code } : {}) };
}
