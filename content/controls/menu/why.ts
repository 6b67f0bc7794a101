import { ask } from '../../../lib/messages';
import { text } from '../../../lib/text';
import { likelySteps } from '../../../wording/likely';
import { button } from '../buttons';
import type { Opener } from '../card-menus';
import { popoverOf } from './popover';

/** How long pointer or focus stay on a mark before it is asked why, in ms: who only passes does not want to know. */
const rests = 150;

/** How likely a paper is, as its mark says. */
function wordsOf({ likely = 1 }: Opener): string {
  return text(likelySteps[likely]);
}

/** Why a paper is likely for the reader, with the way to say that there be less like it. */
export function whyPanel(opener: Opener): HTMLElement {
  const { button: mark, paper } = opener;
  const document = mark.ownerDocument;
  const panel = popoverOf(mark, 'dialog', wordsOf(opener));
  const because = document.createElement('h2');
  // Said when it is there, as it takes a moment.
  because.setAttribute('aria-live', 'polite');
  because.textContent = wordsOf(opener);
  const less = button(document, {
    action: 'less',
    label: text('likeLess'),
    name: text('likeLess'),
  });
  less.title = text('likeLessHint');
  panel.append(because, less);
  ask('reasons', { id: paper.id }).then(
    ({ why }) => {
      because.textContent = text('likelyBecause', wordsOf(opener), why || text('likelySum'));
    },
    () => {
      because.textContent = text('barFailed');
    },
  );
  return panel;
}

/** Has a mark say why in its name and tooltip, once pointer or focus rest on it; it is said aloud where it has the focus. */
export async function explain(opener: Opener): Promise<void> {
  const { button: mark, paper, announce } = opener;
  await new Promise((resolve) => setTimeout(resolve, rests));
  if (mark.title || !mark.isConnected || !mark.matches(':hover, :focus')) return;
  mark.title = wordsOf(opener);
  const { why } = await ask('reasons', { id: paper.id });
  if (!why) return;
  mark.title = text('likelyBecause', wordsOf(opener), why);
  mark.setAttribute('aria-label', text('likelyOf', mark.title, paper.title ?? paper.id));
  if (mark.matches(':focus')) announce(mark.title);
}
