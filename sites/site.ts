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

/** What one look at a page gives. */
export interface Reading {
  readonly digest: Digest;
  /** In page order, each id once. Empty on a digest means that the page could not be understood. */
  readonly papers: readonly Paper[];
  /** In page order, each element once; empty when the papers came from embedded data alone. */
  readonly cards: readonly Card[];
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

/** One kind of page of one site: a file of its own and a line in sites/registry.ts. */
export interface PageKind {
  /** `site/kind`, the path of its file under sites/, for example `huggingface/day`. */
  readonly name: string;
  /** `digest` lists papers; `paper` is one paper's own page. */
  readonly shows: 'digest' | 'paper';
  /** Where the control stands, in a strip of its own: at the end of a card, on its right, or under a title. */
  readonly placement: 'corner' | 'title';
  matches(url: URL): boolean;
  /**
   * Reads the page. Pure: the document is not changed, and the clock is an argument.
   * @param now When the page is read; a date without a year is the latest one not after it.
   */
  read(document: Document, url: URL, now: Date): Reading;
}

/** One site: its hosts, and how its addresses name papers. */
export interface Site {
  /** The folder under sites/. */
  readonly name: string;
  /** Match patterns of the pages that the content script runs on. */
  readonly matches: readonly string[];
  readonly kinds: readonly PageKind[];
}
