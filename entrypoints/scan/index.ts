import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { scan } from '../../sites/general/scan';

/** Runs once in a page that the reader asks to look at, by `activeTab`; what it returns is the answer. */
export default defineUnlistedScript(() => scan(document));
