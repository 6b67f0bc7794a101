import { defineBackground } from 'wxt/utils/define-background';
import { serve } from '../../lib/messages';
import { report } from '../../lib/report';
import { keepBadge } from './badge';
import { listenToCommands } from './commands';
import { offerContextMenu } from './context-menu';
import { handlers } from './handlers';
import { keepSearchPrepared } from './maintenance';

// Every listener is registered in the first tick: an event wakes the worker only for those.
export default defineBackground(() => {
  serve(handlers, (error) => report('background', error));
  keepBadge();
  offerContextMenu();
  listenToCommands();
  keepSearchPrepared();
});
