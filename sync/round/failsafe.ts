import { isSaved } from '../../papers/paper';
import type { PaperWords } from '../local';
import { type Change, named, type Plan } from './plan';
import type { Losses } from './report';

/**
 * How many papers, notes or tags may go without asking: 5 % of the reading list, but three always, and twenty at most.
 */
export function allowedLosses(saved: number): number {
  return Math.min(20, Math.max(3, Math.floor(saved * 0.05)));
}

/** What a plan would take from the reader on this device. */
export function lossesOf({ documents }: Plan): Losses {
  const changes = [...documents.values()].flatMap(({ papers }) => papers);
  return {
    papers: changes.filter(isPaperLost).map(named),
    notes: changes.filter(isNoteLost).map(named),
    tags: changes.flatMap((change) => tagsLost(change).map((tag) => ({ ...named(change), tag }))),
  };
}

/** Tells whether so much would go that the reader is to be asked. */
export function isTooMuch({ papers, notes, tags }: Losses, saved: number): boolean {
  const allowed = allowedLosses(saved);
  return [papers, notes, tags].some(({ length }) => length > allowed);
}

/** Tells whether anything of a paper would go. */
export function isLost(change: Change): boolean {
  return isPaperLost(change) || isNoteLost(change) || tagsLost(change).length > 0;
}

function isPaperLost({ here, result }: Change): boolean {
  return isListed(here) && !isListed(result);
}

function isListed(said: PaperWords | undefined): boolean {
  const state = said?.words.standing?.value.state;
  return state !== undefined && isSaved(state);
}

function isNoteLost({ here, result }: Change): boolean {
  return hasNote(here) && !hasNote(result);
}

function hasNote(said: PaperWords | undefined): boolean {
  return said?.words.note?.versions.some(({ text }) => text !== '') ?? false;
}

function tagsLost({ here, result }: Change): readonly string[] {
  const left = new Set(tagsOf(result).map(([key]) => key));
  return tagsOf(here)
    .filter(([key]) => !left.has(key))
    .map(([, { value }]) => value.name);
}

function tagsOf(said: PaperWords | undefined) {
  return Object.entries(said?.words.tags ?? {}).filter(([, { value }]) => value.isOn);
}
