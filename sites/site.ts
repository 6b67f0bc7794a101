import type { MessageKey } from '../lib/text';
import type { SiteLinks } from '../papers/links';
import type { Paper, PaperId } from '../papers/paper';

/** A list of papers for a period or a query: `huggingface:day:2026-03-27`, or one paper's own page. */
export interface Digest {
  /** `site:kind:period-or-query`, the same however the page was reached. */
  readonly id: string;
  /** ISO day the digest stands for, where it stands for one. */
  readonly day?: string;
}

/** The element of a page that stands for one paper. */
export interface Card {
  readonly id: PaperId;
  readonly element: HTMLElement;
}

/** What an entry of a list is beside a new paper: one of another subject that is listed here as well, or a new version. */
export type Section = 'cross' | 'replaced';

/** What one look at a page gives. */
export interface Reading {
  readonly digest: Digest;
  /** In page order, each id once. Empty on a digest means that the page could not be understood. */
  readonly papers: readonly Paper[];
  /** In page order, each element once; empty when the papers came from embedded data alone. */
  readonly cards: readonly Card[];
  /** Why papers are on the list, of those where it says that they are no new ones of its own. */
  readonly sections?: ReadonlyMap<PaperId, Section>;
  /** True where the page itself says that it lists nothing (no search hits): an empty list is then no fault. */
  readonly saysEmpty?: boolean;
}

/**
 * Addresses by which a page kind is told. Each kind's file exports them as `examples`, apart from the kind itself: they
 * are read by tests alone, and the content script is to carry none of them.
 */
export interface Examples {
  /** Addresses of such pages; every one is crossed with every other kind in a test. */
  readonly examples: readonly string[];
  /** Addresses that look alike and are none. */
  readonly counterexamples: readonly string[];
}

/** What the address of a page says of it, without the page. */
export interface PageAddress {
  /** `site/kind`, the path of its reader's file under sites/, for example `huggingface/day`. */
  readonly name: string;
  /** What such pages are called, and the lists on them. */
  readonly label: MessageKey;
  /** `digest` lists papers; `paper` is one paper's own page. */
  readonly shows: 'digest' | 'paper';
  /** Tells whether an address is one of such a page, on whichever host of the site. */
  matches(url: URL): boolean;
  /** The digest that a matching address names; `undefined` where only the page can say. */
  digest(url: URL): Digest | undefined;
  /** Of an address whose list the page alone dates: the digest's id without the day, which follows after `:`. */
  dated?(url: URL): string | undefined;
}

/** How one kind of page is read: a file of its own and a line in the site's `readers.ts`. */
export interface PageKind extends PageAddress {
  /** Where the control stands, in a strip of its own: at the end of a card, on its right, or under a title. */
  readonly placement: 'corner' | 'title';
  /** True of pages whose markup is not taken over by a program of theirs: controls go into the cards at once. */
  readonly isStatic?: boolean;
  /**
   * Reads the page. Pure: the document is not changed, and the clock is an argument.
   * @param now When the page is read; a date without a year is the latest one not after it.
   */
  read(document: Document, url: URL, now: Date): Reading;
}

/** Where a site is. In `hosts.ts` of its folder, which has nothing else, for those who only ask who may do what. */
export interface SiteHosts {
  /** The folder under sites/. */
  readonly name: string;
  /** The content script that reads it: the folder `entrypoints/SCRIPT.content/`. */
  readonly script: string;
  /** Origins that the manifest names; an update never adds one. */
  readonly required: readonly string[];
  /** Origins that are asked for when the reader wants the site there. */
  readonly optional: readonly string[];
  /** Origins that the background alone asks, where the reader follows something; no script of ours runs there. */
  readonly feeds?: readonly string[];
  /** Beginnings of the paths (each followed by anything) of pages that the content script runs on, on each origin that is granted. */
  readonly paths: readonly string[];
  /** Those of digests, which have the page bar. */
  readonly digestPaths: readonly string[];
}

/**
 * One site: all that is known of it, without its readers. Background and pages of ours carry this; a content script
 * carries the `readers.ts` of its own site.
 */
export interface Site {
  /** The folder under sites/. */
  readonly name: string;
  /** What the site calls itself. */
  readonly title: string;
  /** A path on a grid of 16, drawn with one stroke. */
  readonly icon: string;
  readonly hosts: SiteHosts;
  /** How its addresses name papers, which schemes are its own, and where papers of those are. */
  readonly links: SiteLinks;
  /**
   * True of the site whose days are the ones that badge, popup and deck count by. What other sites list counts once the
   * reader says so.
   */
  readonly isDaily?: true;
  /** Its kinds of pages, told by their addresses. The first one that matches counts. */
  readonly pages: readonly PageAddress[];
  /** What the reader would call a list of its, by the digest's id, beside the page's label: `cs.CL`. */
  listName?(digest: string): string | undefined;
}
