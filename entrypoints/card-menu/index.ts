import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { cardMenus } from '../../content/controls/menu/menus';
import { sharedPage } from '../../content/page/shared-page';

/** Loaded into a page when something is first opened on a control. */
export default defineUnlistedScript(() => sharedPage()?.offerMenus(cardMenus));
