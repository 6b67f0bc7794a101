/** The longest note that is kept, in characters (UTF-16 units). */
export const maxNoteLength = 5_000_000;
