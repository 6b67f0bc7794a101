import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '../../lib/browser';
import { serve } from '../../lib/messages';
import { addNotice } from '../../lib/notices';
import { readOptions } from '../../lib/options';
import { report } from '../../lib/report';
import { maySend } from '../../lib/senders';
import { purgeBin } from '../../store/records/bin';
import { endVisitsBefore } from '../../store/records/glances';
import { age } from '../../store/upkeep/growth';
import { repairInconsistencies } from '../../store/upkeep/repair';
import { tellMendedTags } from '../../store/words/mended';
import { nextWake, wakeSnoozed } from '../../store/words/snooze';
import { afterwards } from './afterwards';
import { keepAlarms } from './alarms';
import { keepBadge } from './badge';
import { listenToCommands } from './commands';
import { offerContextMenu } from './context-menu';
import { handlers } from './handlers';
import { jobsOf } from './jobs';
import { countList } from './list-count';
import { keepSearchPrepared } from './maintenance';
import { notifyJob, offerNotifications, tellFollowed } from './notify';
import { offerOmnibox } from './omnibox';
import { noteOpened } from './opened';
import { pollJob } from './poll';
import { keepVerdicts } from './rules';
import { WorkerSearch } from './search';
import { tellPages } from './tell-pages';
import { withdraw } from './withdraw';

const ageUnsaid = async (now: number) => age(now, (await readOptions()).keepsAll);

const repair = async () => (await repairInconsistencies()).length;

/** A browser that has just started shows nothing that was on screen before. */
const endVisits = () =>
  endVisitsBefore(Date.now()).catch((error: unknown) => report('visits', error));

/** An upgrade of the store may have been made by any page; whoever made it, the worker tells. */
const tellMended = () =>
  tellMendedTags((count) => addNotice('mended', count, Date.now())).catch((error: unknown) =>
    report('tags', error),
  );

// Every listener is registered in the first tick: an event wakes the worker only for those.
export default defineBackground(() => {
  const search = new WorkerSearch();
  search.listen();
  serve(handlers, maySend, (error) => report('background', error));
  tellPages();
  withdraw();
  keepBadge((id) => countList(id, search), afterwards);
  offerContextMenu();
  listenToCommands(noteOpened);
  offerOmnibox(search, noteOpened);
  keepSearchPrepared();
  offerNotifications();
  keepVerdicts();
  afterwards(tellMended);
  browser.runtime.onStartup.addListener(() => void endVisits());
  const poll = pollJob(tellFollowed);
  keepAlarms(
    [...jobsOf({ nextWake, wakeSnoozed, purgeBin, age: ageUnsaid, repair }), poll, notifyJob(poll)],
    afterwards,
  );
});
