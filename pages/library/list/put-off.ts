import { isUndecided } from '../../../papers/paper';
import { recordsOf } from '../../../store/records/queries';
import { chosenOf } from '../keys/chosen';
import type { LibraryContext } from '../library-context';
import { actInPane } from '../reading/in-pane';

/** Puts the papers that are meant off to be decided on later, where all are undecided; of saved ones asks until when. */
export async function putOff({ service, commands, isSnoozing }: LibraryContext): Promise<void> {
  const ids = await chosenOf(service);
  const records = await recordsOf(ids);
  if (records.length === 0) return;
  if (records.every(({ state }) => isUndecided(state))) {
    await commands.change(ids, { kind: 'later' });
    return;
  }
  if (service.state.selected.value.size > 0) isSnoozing.value = true;
  else await actInPane(service, ({ snooze }) => snooze.current?.click());
}
