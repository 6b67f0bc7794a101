import '../../content/controls/page.css';
import '../../sites/huggingface/page.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startPage } from '../../content/page/start';
import { huggingFaceOrigins } from '../../sites/huggingface/hosts';
import { readers } from '../../sites/huggingface/readers';
import { matchesOf } from '../../sites/matches';

export default defineContentScript({
  matches: matchesOf(huggingFaceOrigins.required, huggingFaceOrigins.paths),
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main: (context) => startPage(context, readers),
});
