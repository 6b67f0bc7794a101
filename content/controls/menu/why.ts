import { ask } from '../../../lib/messages';
import { listed, text } from '../../../lib/text';
import { button } from '../buttons';
import type { Opener } from '../card-menus';
import { likelyWords } from '../likely-words';
import { popoverOf } from './popover';

/** How long pointer or focus stay on a mark before it is asked why, in ms: who only passes does not want to know. */
const rests = 150;

/** How likely a paper is, as its mark says. */
function wordsOf({ likely = 1 }: Opener): string {
  return text(likelyWords[likely]);
}

/** Why a paper is likely for the reader, as a list, with the way to say that it is not. */
export function whyPanel(opener: Opener): HTMLElement {
  const { button: mark, paper, announce } = opener;
  const document = mark.ownerDocument;
  const panel = popoverOf(mark, 'dialog', wordsOf(opener));
  const heading = document.createElement('h2');
  heading.textContent = wordsOf(opener);
  const list = document.createElement('ul');
  panel.append(
    heading,
    list,
    button(document, { action: 'less', label: text('less'), name: text('less') }),
  );
  const show = (reasons: readonly string[]) => {
    const items = reasons.length ? reasons : [text('whyNone')];
    list.replaceChildren(
      ...items.map((words) => Object.assign(document.createElement('li'), { textContent: words })),
    );
    announce(listed(items));
  };
  ask('reasons', { id: paper.id }).then(
    ({ reasons }) => show(reasons),
    () => show([text('barFailed')]),
  );
  return panel;
}

/** Has a mark say why in its name and tooltip, once pointer or focus rest on it; a screen reader is told when it has the focus. */
export async function explain(opener: Opener): Promise<void> {
  const { button: mark, paper, announce } = opener;
  const isLookedAt = () => mark.isConnected && mark.matches(':hover, :focus');
  await new Promise((resolve) => setTimeout(resolve, rests));
  if (mark.title || !isLookedAt()) return;
  mark.title = wordsOf(opener);
  const { reasons } = await ask('reasons', { id: paper.id });
  if (!reasons.length) return;
  mark.title = text('whySentence', wordsOf(opener), listed(reasons));
  mark.setAttribute('aria-label', text('cardLikelyName', mark.title, paper.title ?? paper.id));
  if (mark.matches(':focus')) announce(mark.title);
}
