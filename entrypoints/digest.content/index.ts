import '../../content/controls/page.css';
import '../../sites/huggingface/page.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { untilWithdrawn } from '../../content/page/ending';
import { startPage } from '../../content/page/start';
import { report } from '../../lib/report';
import { huggingFaceOrigins } from '../../sites/huggingface/hosts';
import { readers } from '../../sites/huggingface/readers';
import { matchesOf } from '../../sites/matches';

export default defineContentScript({
  matches: matchesOf(huggingFaceOrigins.required, huggingFaceOrigins.paths),
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main: (context) =>
    startPage(
      untilWithdrawn(context, (error) => report('page', error)),
      readers,
    ),
});
