// What writes, loaded after the list is painted: reading needs none of it.
export { undoAction } from '../../store/actions/undo';
export { decide, setTags } from '../../store/decide';
export { saveNote } from '../../store/notes';
