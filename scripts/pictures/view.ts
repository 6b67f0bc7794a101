import type { Page } from 'puppeteer-core';
import type { Harness } from '../../tests/e2e/harness/suite';
import type { Size } from '../../tests/e2e/looks/look';

/** Something to take pictures of, over a store that is empty. */
export interface View {
  /** Names its folder, or its file where it has one state without a name. */
  readonly name: string;
  /** The windows' sizes; absent for the one that the page has. */
  readonly sizes?: readonly Size[];
  /** Both unless given. */
  readonly themes?: readonly ('light' | 'dark')[];
  /** Shows one state after the other; a picture is taken of each before the next one is asked for. */
  show(harness: Harness): AsyncIterable<{ readonly state?: string; readonly page: Page }>;
}
