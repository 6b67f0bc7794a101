import { defineBackground } from 'wxt/utils/define-background';
import { serve } from '../../lib/messages';
import { report } from '../../lib/report';
import { purgeBin } from '../../store/bin';
import { repairInconsistencies } from '../../store/repair';
import { nextWake, wakeSnoozed } from '../../store/snooze';
import { keepAlarms } from './alarms';
import { keepBadge } from './badge';
import { listenToCommands } from './commands';
import { offerContextMenu } from './context-menu';
import { handlers } from './handlers';
import { jobsOf } from './jobs';
import { countList } from './list-count';
import { keepSearchPrepared } from './maintenance';
import { offerOmnibox } from './omnibox';
import { noteOpened } from './opened';
import { keepVerdicts } from './rules';
import { WorkerSearch } from './search';

const repair = async () => (await repairInconsistencies()).length;

// Every listener is registered in the first tick: an event wakes the worker only for those.
export default defineBackground(() => {
  const search = new WorkerSearch();
  search.listen();
  serve(handlers, (error) => report('background', error));
  keepBadge((id) => countList(id, search));
  offerContextMenu();
  listenToCommands(noteOpened);
  offerOmnibox(search, noteOpened);
  keepSearchPrepared();
  keepVerdicts();
  keepAlarms(jobsOf({ nextWake, wakeSnoozed, purgeBin, repair }));
});
