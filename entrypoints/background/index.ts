import { defineBackground } from 'wxt/utils/define-background';
import { keepBadge } from '../../background/badge/badge';
import { listenToCommands } from '../../background/commands/commands';
import { offerContextMenu } from '../../background/commands/context-menu';
import { fillingJob } from '../../background/filling';
import { followJob } from '../../background/follow';
import { afterStartup } from '../../background/jobs/after-startup';
import { keepAlarms } from '../../background/jobs/alarms';
import { jobsOf } from '../../background/jobs/jobs';
import { keepRanked } from '../../background/jobs/ranking';
import { removeOldStorage } from '../../background/jobs/remove-old-storage';
import { keepVerdicts } from '../../background/jobs/rule-verdicts';
import { keepSearchPrepared } from '../../background/jobs/search-preparation';
import { lazyHandlers } from '../../background/messages/lazy-handlers';
import { maySend } from '../../background/messages/may-send';
import { tellPages } from '../../background/messages/tell-pages';
import { offerNotifications } from '../../background/notifications/clicks';
import { offerOmnibox } from '../../background/omnibox/omnibox';
import { WorkerSearch } from '../../background/omnibox/worker-search';
import { NotGranted } from '../../background/permissions/check-sender';
import { listenToPermissions } from '../../background/permissions/listen';
import { pollJob } from '../../background/poll';
import { keepTabPaper } from '../../background/tab/tab-paper';
import { browser } from '../../lib/browser';
import { serve } from '../../lib/messages';
import { report } from '../../lib/report';

const chores = () => import('../../background/jobs/maintenance');
const backups = () => import('../../background/jobs/backups');
const syncing = () => import('../../background/jobs/sync');
const notifications = () => import('../../background/notifications/notifications');

/** A browser that has just started shows nothing that was on screen before. */
const endVisits = () =>
  chores()
    .then(({ endVisitsBefore }) => endVisitsBefore(Date.now()))
    .catch((error: unknown) => report('visits', error));

/** An upgrade of the store may have been made by any page; whoever made it, the worker tells. */
const tellMended = () =>
  chores()
    .then(({ tellMended }) => tellMended())
    .catch((error: unknown) => report('tags', error));

// Every listener is registered in the first tick: an event wakes the worker only for those. What they call is loaded
// when it is called, see docs/decisions/0001-stack-and-versions.md.
export default defineBackground(() => {
  const search = new WorkerSearch();
  search.listen();
  serve(lazyHandlers, maySend, (error) => {
    if (!(error instanceof NotGranted)) report('background', error);
  });
  tellPages();
  removeOldStorage();
  listenToPermissions();
  keepBadge(
    async (id) => (await import('../../background/badge/list-count')).countList(id, search),
    afterStartup,
  );
  keepTabPaper();
  offerContextMenu();
  listenToCommands();
  offerOmnibox(search);
  keepSearchPrepared();
  const ranking = keepRanked();
  offerNotifications();
  keepVerdicts();
  afterStartup(tellMended);
  browser.runtime.onStartup.addListener(() => void endVisits());
  const poll = pollJob(async (work, now) => (await notifications()).tellFollowed(work, now));
  const notify = async () => (await notifications()).notifyJob(poll);
  keepAlarms(
    [
      ...jobsOf({
        nextWake: async () => (await chores()).nextWake(),
        wakeSnoozed: async (now) => (await chores()).wakeSnoozed(now),
        purgeBin: async (now) => (await chores()).purgeBin(now),
        age: async (now) => (await chores()).ageUnsaid(now),
        repair: async () => (await chores()).repair(),
        nextBackup: async (now) => (await backups()).nextBackup(now),
        backUp: async (now) => (await backups()).backUp(now),
      }),
      poll,
      {
        name: 'sync',
        nextAt: async () => (await syncing()).nextSync(),
        run: async () => (await syncing()).syncNow(),
      },
      followJob(),
      fillingJob(),
      ranking,
      {
        name: 'notify',
        nextAt: async () => (await notify()).nextAt(),
        run: async (now) => (await notify()).run(now),
      },
    ],
    afterStartup,
  );
});
