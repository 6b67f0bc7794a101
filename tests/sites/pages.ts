import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import type { PageKind, Reading } from '../../sites/site';
import { pageKindOf } from './readers';

/** The captured pages beside the checkout; absent on other machines. */
export const sharedPages = new URL('../../../shared/pages/', import.meta.url);
export const hasSharedPages = existsSync(sharedPages);
/** The project's own small pages; always there. */
export const ownPages = new URL('../fixtures/pages/', import.meta.url);

/** The moment at which the tests read every page. */
export const now = new Date('2026-06-15T12:00:00Z');

if (!hasSharedPages) console.log(`Skipped: no captured pages at ${sharedPages.pathname}`);

/** Takes a folder of pages; gives the names of those in it that start with `prefix`, without `.html`. */
export function pagesIn(folder: URL, prefix = ''): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith('.html'))
    .map((name) => name.slice(0, -'.html'.length));
}

/** Takes a folder and a file name; gives the file's text. Throws when there is none. */
export function textIn(folder: URL, name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

const parser = new new JSDOM('').window.DOMParser();

/** Takes HTML; gives its document, made without running anything: in no window, each of which takes thirty times as long. */
export function documentOf(html: string): Document {
  return parser.parseFromString(html, 'text/html');
}

/** Takes a document; gives a copy to be changed at will. */
export function copyOf(document: Document): Document {
  return document.cloneNode(true) as Document;
}

/** Takes a page and its address; gives what the matching kind reads. Throws when no kind matches. */
export function readPage(document: Document, address: string, at = now): Reading {
  const url = new URL(address);
  return kindAt(address).read(document, url, at);
}

/** Takes an address; gives its page kind. Throws when there is none. */
export function kindAt(address: string): PageKind {
  const kind = pageKindOf(new URL(address));
  if (!kind) throw new Error(`No page kind matches ${address}`);
  return kind;
}
