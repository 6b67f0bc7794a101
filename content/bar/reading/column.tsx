import type { JSX } from 'preact';
import type { PaperText } from '../../../lib/bar-messages';
import { counted, listed, text } from '../../../lib/text';
import { authorNames } from '../../../papers/names';
import { isSaved, isUndecided, type Paper } from '../../../papers/paper';
import { likelySteps } from '../../../wording/likely';
import { remarksLine } from '../../controls/remarks-line';
import type { PartProps } from '../common';
import type { BarService } from '../service';
import type { ReadSheet } from '../state';
import { focusOnceThere } from './focus';
import { Follows } from './follow-buttons';
import { NoteField } from './note-field';
import { follow } from './save-own-words';
import { Tags } from './tags';

/** How many authors are named. */
const mostAuthors = 4;

interface Props {
  readonly service: BarService;
  readonly sheet: ReadSheet;
}

type Known = Partial<Paper> & Partial<PaperText>;

function Decisions({ service, sheet: { id } }: Props): JSX.Element {
  const state = service.state.view.value?.states.get(id) ?? 'seen';
  const isDismissed = !isUndecided(state) && !isSaved(state);
  return (
    <div class="decisions">
      <button
        type="button"
        class="button main"
        data-action="save"
        aria-disabled={isSaved(state)}
        {...service.keyed('save', text('cardSave'))}
        onClick={() => service.decide(id, 'saved')}
      >
        {text(isSaved(state) ? 'cardSaved' : 'cardSave')}
      </button>
      <button
        type="button"
        class="button"
        data-action={isDismissed ? 'undo-dismiss' : 'dismiss'}
        aria-disabled={isSaved(state)}
        {...(isDismissed ? {} : service.keyed('dismiss', text('keyDismiss')))}
        onClick={() => service.decide(id, isDismissed ? 'undecided' : 'dismissed')}
      >
        {text(isDismissed ? 'restore' : 'keyDismiss')}
      </button>
      <button
        type="button"
        class="button"
        data-action="open"
        {...service.keyed('open', text('keyOpen'))}
        onClick={() => service.press('open')}
      >
        {text('linkPage')}
      </button>
    </div>
  );
}

function Facts({ paper, remarks }: { readonly paper: Known; readonly remarks: string }) {
  const { organization, upvotes, codeUrl } = paper;
  const names = authorNames(paper);
  const named = names.slice(0, mostAuthors);
  const more = names.length - named.length;
  const people = [listed(named), ...(more > 0 ? [counted('moreAuthors', more)] : [])].join(' ');
  const votes = upvotes ? counted('upvotes', upvotes) : '';
  const code = codeUrl && /^https?:/i.test(codeUrl) ? codeUrl : undefined;
  return (
    <p class="facts">
      {[people, organization, votes, remarks].filter(Boolean).join(' · ')}
      {code && (
        <>
          {' · '}
          <a href={code} target="_blank" rel="noreferrer">
            {text('linkCode')}
          </a>
        </>
      )}
    </p>
  );
}

/** How likely it is for the reader and why, and the way to say that there be less like it. */
function Likely({ service, sheet: { id, more } }: Props): JSX.Element | null {
  const { view, ranks } = service.state;
  const state = view.value?.states.get(id);
  if (!ranks.value || !state || !isUndecided(state)) return null;
  const likely = view.value?.remarks[id]?.likely;
  const name = likely && text(likelySteps[likely]);
  const words = name && more?.why ? text('likelyBecause', name, more.why) : name;
  return (
    <p class="facts">
      {words && `${words} `}
      <button
        type="button"
        class="link"
        data-action="less"
        title={text('likeLessHint')}
        onClick={() => service.decide(id, 'less')}
      >
        {text('likeLess')}
      </button>
    </p>
  );
}

function Part(props: { readonly title: string; readonly words: string | undefined }) {
  if (!props.words) return null;
  return (
    <section>
      <h3>{props.title}</h3>
      <p class="prose">{props.words}</p>
    </section>
  );
}

function Text({ service, sheet, paper }: Props & { readonly paper: Known }): JSX.Element {
  const label = paper.title ?? sheet.id;
  const isBare = !paper.aiSummary && !paper.abstract;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what overflows can be scrolled by keys only where it has the focus.
    <section key={sheet.id} class="scroll" tabIndex={0} aria-label={label}>
      <Part title={text('barSheetSummary')} words={paper.aiSummary} />
      <Part title={text('barSheetAbstract')} words={paper.abstract} />
      {isBare && sheet.more && <p class="quiet">{text('barSheetNothing')}</p>}
      <Follows offers={sheet.more?.follows ?? []} onFollow={(draft) => follow(service, draft)} />
    </section>
  );
}

function Read({ service, sheet }: Props): JSX.Element {
  const { id, more } = sheet;
  const paper: Known = { ...service.paperOf(id), ...more };
  const remarks = remarksLine(service.state.view.value?.remarks[id], Date.now());
  const title = paper.title ?? id;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    const field = (event.target as Element).closest<HTMLElement>('input, textarea');
    if (!field) return;
    // Out of the field first: the words that were typed are not what is given up.
    event.stopPropagation();
    event.preventDefault();
    field.closest<HTMLElement>('.column')?.focus();
  };
  return (
    <aside
      class="column"
      aria-label={text('barColumn', title)}
      tabIndex={-1}
      ref={sheet.field ? null : focusOnceThere}
      onKeyDown={onKeyDown}
    >
      <header>
        <h2 aria-live="polite">{title}</h2>
        <button
          type="button"
          class="plain"
          data-action="close"
          aria-label={text('close')}
          onClick={() => service.close()}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 4l8 8M12 4l-8 8" />
          </svg>
        </button>
      </header>
      <Facts paper={paper} remarks={remarks} />
      <Likely service={service} sheet={sheet} />
      <Decisions service={service} sheet={sheet} />
      <Tags key={`tags ${id}`} service={service} sheet={sheet} />
      <NoteField service={service} sheet={sheet} />
      <Text service={service} sheet={sheet} paper={paper} />
    </aside>
  );
}

/** A paper beside the page: the reader's own words first, then what the site and the store say of it. */
export function Column({ service, sheet }: PartProps): JSX.Element | null {
  return sheet.kind === 'read' ? <Read service={service} sheet={sheet} /> : null;
}
