import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { timeAgo } from '../../lib/clock';
import type { FollowState } from '../../lib/follow-state';
import { text } from '../../lib/text';
import { feedAddress } from '../../sites/arxiv/feed';
import { dayHeading } from '../../wording/day';
import type { OptionsService } from './service';

/** How it goes, in a sentence; empty before the first question. */
function goingWords({ day, askedAt, problem }: FollowState, now: number): string {
  if (askedAt === undefined) return '';
  const asked = text('pollChecked', timeAgo(askedAt, now));
  if (problem === 'stale') return `${asked} · ${text('subjectsStale')}`;
  if (problem !== undefined) return `${asked} · ${text('subjectsFailed')}`;
  return day === undefined ? asked : `${asked} · ${text('subjectsKnown', dayHeading(day, now))}`;
}

/** Which subjects of arXiv the reader follows, and how it goes. */
export function Subjects({ service }: { readonly service: OptionsService }): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const { following, options } = service;
  const subjects = options.value?.arxivSubjects ?? [];
  const add = async () => {
    const input = field.current;
    if (input && (await service.follow(input.value))) input.value = '';
  };
  return (
    <fieldset>
      <legend>{text('subjectsTitle')}</legend>
      <p class="quiet">{text('subjectsHint', feedAddress(['…']))}</p>
      <ul class="subjects">
        {subjects.map((subject) => (
          <li key={subject}>
            {subject}{' '}
            <button
              type="button"
              class="link"
              aria-label={text('subjectStop', subject)}
              onClick={() => void service.unfollow(subject)}
            >
              {text('subjectStopShort')}
            </button>
          </li>
        ))}
      </ul>
      <form
        class="line"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <input
          ref={field}
          type="text"
          aria-label={text('subjectName')}
          placeholder={text('subjectExample')}
          maxLength={20}
          spellcheck={false}
        />
        <button type="submit" class="button">
          {text('subjectFollow')}
        </button>
      </form>
      <p role="status" class="said">
        {following.said.value}
      </p>
      {subjects.length > 0 && <p class="quiet">{goingWords(following.state.value, Date.now())}</p>}
    </fieldset>
  );
}
