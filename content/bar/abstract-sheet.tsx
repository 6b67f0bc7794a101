import type { JSX } from 'preact';
import type { PaperText } from '../../lib/bar-messages';
import { text } from '../../lib/text';
import { isSaved, isUndecided, type PaperId } from '../../papers/paper';
import { remarksLine } from '../controls/remarks-line';
import { Follows } from './follow-buttons';
import type { BarService } from './service';

interface Props {
  readonly service: BarService;
  readonly id: PaperId;
  /** What is stored of it, once it is there. */
  readonly more: PaperText | undefined;
}

function Actions({ service, id }: Pick<Props, 'service' | 'id'>): JSX.Element {
  const state = service.state.view.value?.states.get(id) ?? 'seen';
  return (
    <div class="deeds">
      <button
        type="button"
        class="button main"
        data-action="save"
        aria-disabled={isSaved(state)}
        onClick={() => service.decide(id, 'saved')}
      >
        {text(isSaved(state) ? 'cardSaved' : 'cardSave')}
      </button>
      <button
        type="button"
        class="button"
        data-action="dismiss"
        aria-disabled={!isUndecided(state)}
        onClick={() => service.decide(id, 'dismissed')}
      >
        {text('keyDismiss')}
      </button>
      <button type="button" class="button" data-action="tag" onClick={() => service.askForTag(id)}>
        {text('keyTag')}
      </button>
    </div>
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

/** What can be read of a paper without leaving the page: from the page itself, else from the store. */
export function Reading({ service, id, more }: Props): JSX.Element {
  const view = service.state.view.value;
  const paper = { ...more, ...service.paperOf(id) };
  const isBare = !paper.aiSummary && !paper.abstract;
  const code = paper.codeUrl && /^https?:/i.test(paper.codeUrl) ? paper.codeUrl : undefined;
  const facts = [paper.organization, remarksLine(view?.remarks[id], Date.now())].filter(Boolean);
  return (
    <>
      <div class="scroll">
        <p class="facts">
          {facts.join(' · ')}
          {code && (
            <a href={code} target="_blank" rel="noreferrer">
              {text('linkCode')}
            </a>
          )}
        </p>
        <Follows
          offers={more?.follows ?? []}
          onFollow={(draft) => service.run(() => service.follow(id, draft))}
        />
        <Part title={text('barSheetSummary')} words={paper.aiSummary} />
        <Part title={text('barSheetAbstract')} words={paper.abstract} />
        {isBare && <p class="quiet">{text('barSheetNothing')}</p>}
      </div>
      <Actions service={service} id={id} />
    </>
  );
}
