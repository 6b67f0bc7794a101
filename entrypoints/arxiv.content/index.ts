import '../../content/controls/page.css';
import '../../sites/arxiv/page.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { Near } from '../../content/controls/near';
import { untilWithdrawn } from '../../content/page/ending';
import { startPage } from '../../content/page/start';
import { report } from '../../lib/report';
import { arxivOrigins } from '../../sites/arxiv/hosts';
import { readers } from '../../sites/arxiv/readers';
import { matchesOf } from '../../sites/matches';

export default defineContentScript({
  matches: matchesOf(arxivOrigins.required, arxivOrigins.paths),
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main(context) {
    const own = untilWithdrawn(context, (error) => report('page', error));
    return startPage(own, readers, (onNear) => new Near(onNear, own.signal));
  },
});
