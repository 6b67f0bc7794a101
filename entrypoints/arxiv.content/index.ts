import '../../content/controls/page.css';
import '../../sites/arxiv/page.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { Near } from '../../content/controls/near';
import { startPage } from '../../content/page/start';
import { arxivOrigins } from '../../sites/arxiv/hosts';
import { readers } from '../../sites/arxiv/readers';
import { matchesOf } from '../../sites/matches';

export default defineContentScript({
  matches: matchesOf(arxivOrigins.required, arxivOrigins.paths),
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main: (context) => startPage(context, readers, (onNear) => new Near(onNear, context.signal)),
});
