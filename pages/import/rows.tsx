import type { JSX } from 'preact';
import { TagLine } from '../../components/paper/paper-meta';
import { StatusMark } from '../../components/paper/status-mark';
import { RichTitle } from '../../components/rich-text/rich-text';
import { Icon } from '../../components/ui/icons';
import type { PlannedPaper } from '../../imports/plan/plan';
import { counted, listed, shortDate, text } from '../../lib/text';
import { authorNames } from '../../papers/names';
import { additionNames } from '../../wording/imports';
import type { ImportService } from './service';

/** How many papers are shown as rows. */
const shown = 50;
const [namedAuthors, namedTags] = [2, 4];

function fateWords({ fate }: PlannedPaper, isSame: boolean): string {
  const { kind, adds, conflicts } = fate;
  if (conflicts.includes('removed')) return text('importFateRemoved');
  if (kind === 'new') return text('importFateNew');
  if (kind === 'doubtful') return text(isSame ? 'importFateJoined' : 'importFateDoubtful');
  if (conflicts.includes('note')) return text('importFateNote');
  if (conflicts.includes('status')) return text('importFateStatus');
  if (!adds.length) return text('importFateKnown');
  return text('importFateRicher', listed(adds.map((name) => text(additionNames[name]))));
}

function Row(props: {
  readonly planned: PlannedPaper;
  readonly isSame: boolean;
  readonly takesFolders: boolean;
  readonly now: number;
}): JSX.Element {
  const { planned, isSame, takesFolders, now } = props;
  const { paper, words } = planned.entry;
  const { title, id, publishedAt, venue } = paper;
  const names = authorNames(paper);
  const tags = [...words.tags, ...(takesFolders ? words.folders : [])];
  const more = names.length - namedAuthors;
  return (
    <li class="row" data-paper={id} data-fate={planned.fate.kind}>
      <StatusMark state={words.status ?? 'unread'} />
      <div class="summary">
        <p class="title" dir="auto">
          <RichTitle text={title ?? id} />
        </p>
        <div class="meta">
          <span class="fate">{fateWords(planned, isSame)}</span>
          {names.length > 0 && (
            <span>
              <bdi>{names.slice(0, namedAuthors).join(', ')}</bdi>
              {more > 0 && ` ${counted('moreAuthors', more)}`}
            </span>
          )}
          {publishedAt && <time dateTime={publishedAt}>{shortDate(publishedAt, now)}</time>}
          {venue && <bdi class="venue">{venue}</bdi>}
          {words.starred && <Figure icon="star" name={text('starred')} />}
          {words.note && <Figure icon="note" name={text('hasNote')} />}
        </div>
        {tags.length > 0 && (
          <div class="meta">
            <TagLine tags={tags.slice(0, namedTags)} />
            {tags.length > namedTags && <span>{counted('moreTags', tags.length - namedTags)}</span>}
          </div>
        )}
      </div>
    </li>
  );
}

function Figure({ icon, name }: { readonly icon: 'star' | 'note'; readonly name: string }) {
  return (
    <span class="figure" role="img" aria-label={name} title={name}>
      <Icon name={icon} />
    </span>
  );
}

/** The first papers as they would come. */
export function Rows({ service }: { readonly service: ImportService }): JSX.Element | null {
  const { chosen, same, options } = service.state;
  const papers = chosen.value;
  if (!papers.length) return null;
  const now = Date.now();
  const title = papers.length > shown ? counted('importRowsTitle', shown) : text('importRowsAll');
  return (
    <>
      <h3>{title}</h3>
      <ul class="first" aria-label={title}>
        {papers.slice(0, shown).map((planned) => (
          <Row
            key={planned.entry.paper.id}
            planned={planned}
            isSame={same.value.has(planned.entry)}
            takesFolders={options.value.takesFolders}
            now={now}
          />
        ))}
      </ul>
    </>
  );
}
