import '../../content/marks/marks.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { Marks } from '../../content/marks/marks';
import { keepMarks } from '../../content/marks/watch';
import { untilWithdrawn } from '../../content/page/ending';
import { fieldsOf, flag, optionsKey } from '../../lib/page-options';
import { report } from '../../lib/report';
import { onStored } from '../../lib/stored';

// In no manifest: background/permissions/ registers it where the reader has asked for marks.
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main(context) {
    const ending = new AbortController();
    const onError = (error: unknown) => {
      if (context.isValid) report('marks', error);
    };
    untilWithdrawn(context, onError).signal.addEventListener('abort', () => ending.abort());
    const { signal } = ending;
    const follow = (stored: unknown) => {
      if (!flag(fieldsOf(stored).linkMarks, false)) ending.abort();
    };
    onStored(optionsKey, follow, signal);
    keepMarks(document, new Marks(document), onError, signal);
  },
});
