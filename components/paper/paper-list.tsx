import type { ComponentChildren, JSX, RefObject, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { text } from '../../lib/text';
import { isUndecided } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { dayHeading } from '../../wording/day';

/** A list of papers that asks for more as its end comes near. */
export interface PaperListProps {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly name: string;
  readonly papers: readonly PaperRecord[];
  readonly hasMore: boolean;
  readonly isByDay: boolean;
  /** The height in which the list is seen, in CSS pixels. */
  readonly height: number;
  readonly now: number;
  /** What asks for more; absent until it is loaded. */
  readonly end: ComponentChildren;
  readonly row: (paper: PaperRecord) => VNode;
}

interface Group {
  readonly key: string;
  /** Unlike the heading, no other group has it. */
  readonly name: string;
  readonly section?: string;
  readonly heading?: string;
  readonly papers: PaperRecord[];
}

/** Cuts the first papers of the list where the day changes, or where what is new ends. */
function groupsOf({ name, papers: all, isByDay, now }: PaperListProps, most: number): Group[] {
  const papers = all.slice(0, most);
  if (!isByDay) return [{ key: 'all', name, papers }];
  const groups: Group[] = [];
  let last: Pick<PaperRecord, 'state' | 'day'> | undefined;
  for (const paper of papers) {
    const { day } = paper;
    // One that was decided on while it is open stays among those it was opened with.
    const state = isUndecided(paper.state) ? paper.state : (last?.state ?? 'new');
    const isOther = last?.state !== state;
    if (isOther || last?.day !== day) {
      const section = text(state === 'new' ? 'sectionNew' : 'sectionSeen');
      const heading = dayHeading(day, now);
      groups.push({
        key: `${state} ${day}`,
        name: `${section}, ${heading}`,
        ...(isOther ? { section } : {}),
        heading,
        papers: [],
      });
    }
    groups.at(-1)?.papers.push(paper);
    last = { state, day };
  }
  return groups;
}

/** The height of what stands around the lines of a row, and of a line of its title, in CSS pixels. */
const [aroundLines, line] = [36, 19];
/** A title of so many letters takes two lines, even where they are narrow. */
const lineLength = 56;
const slice = 10;

/** How many rows fill a height, or a few more. */
function filling({ papers, height: room }: PaperListProps): number {
  let height = 0;
  const last = papers.findIndex(({ title = '' }) => {
    height += aroundLines + line * (title.length > lineLength ? 2 : 1);
    return height >= room;
  });
  return last === -1 ? papers.length : last + 1;
}

/** Draws at first what is seen, and the rest slice by slice while nothing else is to be done. */
function useSlices(props: PaperListProps): number {
  const { papers } = props;
  const [most, setMost] = useState(() => filling(props));
  useEffect(() => {
    if (most >= papers.length) return;
    const waiting = requestIdleCallback(() => setMost(most + slice), { timeout: 200 });
    return () => cancelIdleCallback(waiting);
  }, [most, papers.length]);
  return most;
}

/** The papers, by day where they are undecided. */
export function PaperList(props: PaperListProps): JSX.Element {
  const most = useSlices(props);
  return (
    <div ref={props.list}>
      {groupsOf(props, most).map((group) => (
        <section key={group.key} aria-label={group.name}>
          {group.section && <p class="section">{group.section}</p>}
          <h2 class={group.heading ? 'day' : 'unseen'}>{group.heading ?? props.name}</h2>
          <ul class="rows">{group.papers.map(props.row)}</ul>
        </section>
      ))}
      {most >= props.papers.length && props.hasMore && props.end}
    </div>
  );
}
