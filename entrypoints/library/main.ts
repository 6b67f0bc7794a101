import { rowsSeen } from '../../pages/library/list/room';
import { readFirstScreen } from '../../store/records/first-screen';

// The database opens, and the first rows are read, while the page is loaded.
const first = readFirstScreen(rowsSeen());
// Told when the page takes it up.
first.catch(() => {});
const root = document.getElementById('app');
void import('../../pages/library/page').then(({ showLibrary }) => root && showLibrary(root, first));
