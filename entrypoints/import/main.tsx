import { render } from 'preact';
import { text } from '../../lib/text';
import { ImportView } from '../../pages/import/import';
import { ImportService } from '../../pages/import/service';
import { askFor } from '../../pages/shared/files/handover';
import { keepTheme } from '../../pages/shared/theme/keep';

const service = new ImportService();
const root = document.getElementById('app');
document.documentElement.lang = text('locale');
document.title = text('importTitle');
keepTheme(document.documentElement);
if (root) render(<ImportView service={service} />, root);
void service.start();
const from = new URLSearchParams(location.search).get('from');
if (from !== null)
  askFor(from, (sources) => {
    // Loaded anew, the page would ask in vain.
    history.replaceState(null, '', location.pathname);
    void service.give(sources);
  });
