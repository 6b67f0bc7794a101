import { type Contents, readContents } from '../../store/backup/contents';
import { recordsOf } from '../../store/records/queries';
import { decide } from '../../store/words/decide';
import { saveNote } from '../../store/words/notes';
import { paper, sightOn } from './store';
import { setTags } from './tags';

/** The day on which the papers of a restore are sighted. */
export const day = '2026-03-27';

/** When a restore is done. */
export const now = 50_000;

/** A plan that finds no paper. */
export const none = { new: 0, changed: 0, conflicting: 0, deleted: 0, unchanged: 0 };

/** Fills the store with four papers of which three are saved, one with a tag and a note; gives its contents. */
export async function fill(): Promise<Contents> {
  await sightOn(day, 1000, ...['1', '2', '3', '4'].map((id) => paper(`arxiv:${id}`)));
  await decide(['arxiv:1', 'arxiv:2', 'arxiv:3'], 'unread', 1100);
  await setTags('arxiv:1', ['agents'], 1200);
  await saveNote('arxiv:1', 'Table 4', 0, '—', 1300);
  return readContents();
}

/** A paper as it is stored. */
export const recordOf = async (id: string) => (await recordsOf([id]))[0];
