import { signal } from '@preact/signals';

/** Views that are most of the popup's code and no part of its first paint; undefined until loaded. */
export const laterViews = signal<typeof import('./later-views') | undefined>(undefined);

/** Loads them. Called once the list is painted, so that opening a paper is instant. */
export async function loadLaterViews(): Promise<void> {
  laterViews.value ??= await import('./later-views');
}
