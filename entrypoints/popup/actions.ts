// What writes, loaded after the list is painted: reading needs none of it.
export { decide, setTags, undo } from '../../store/decide';
export { saveNote } from '../../store/notes';
