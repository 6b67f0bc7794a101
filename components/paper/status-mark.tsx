import type { JSX } from 'preact';
import { type MessageKey, text } from '../../lib/text';
import type { PaperState } from '../../papers/paper';
import { Icon, type IconName } from '../ui/icons';

const marks: Partial<Record<PaperState, { icon?: IconName; name: MessageKey }>> = {
  new: { icon: 'dot', name: 'stateNew' },
  missed: { name: 'listMissed' },
  seen: { name: 'stateSeen' },
  later: { name: 'listLater' },
  unread: { icon: 'dot', name: 'statusUnread' },
  reading: { icon: 'half', name: 'statusReading' },
  read: { icon: 'tick', name: 'statusRead' },
  snoozed: { icon: 'moon', name: 'listSnoozed' },
};

/** Where a paper stands, as a shape; its name is for whoever does not see it. */
export function StatusMark({ state }: { readonly state: PaperState }): JSX.Element {
  const mark = marks[state];
  return (
    <span class="mark">
      {mark?.icon && <Icon name={mark.icon} />}
      {mark && <span class="unseen">{text(mark.name)}</span>}
    </span>
  );
}
