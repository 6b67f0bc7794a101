import { defineBackground } from 'wxt/utils/define-background';
import { keepBadge } from '../../background/badge/badge';
import { countList } from '../../background/badge/list-count';
import { listenToCommands } from '../../background/commands/commands';
import { offerContextMenu } from '../../background/commands/context-menu';
import { noteOpened } from '../../background/commands/note-opened';
import { afterwards } from '../../background/jobs/afterwards';
import { keepAlarms } from '../../background/jobs/alarms';
import { jobsOf } from '../../background/jobs/jobs';
import { keepVerdicts } from '../../background/jobs/rule-verdicts';
import { keepSearchPrepared } from '../../background/jobs/search-preparation';
import { withdraw } from '../../background/jobs/withdraw';
import { handlers } from '../../background/messages/page-handlers';
import { tellPages } from '../../background/messages/tell-pages';
import {
  notifyJob,
  offerNotifications,
  tellFollowed,
} from '../../background/notifications/notifications';
import { offerOmnibox } from '../../background/omnibox/omnibox';
import { WorkerSearch } from '../../background/omnibox/worker-search';
import { pollJob } from '../../background/poll';
import { browser } from '../../lib/browser';
import { serve } from '../../lib/messages';
import { addNotice } from '../../lib/notices';
import { readOptions } from '../../lib/options';
import { report } from '../../lib/report';
import { maySend } from '../../lib/senders';
import { purgeBin } from '../../store/records/bin';
import { endVisitsBefore } from '../../store/records/impressions';
import { age } from '../../store/upkeep/growth';
import { repairInconsistencies } from '../../store/upkeep/repair';
import { tellMendedTags } from '../../store/words/mended';
import { nextWake, wakeSnoozed } from '../../store/words/snooze';

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
