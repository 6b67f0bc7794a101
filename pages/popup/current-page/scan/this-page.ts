// What the popup does with a page that Offprint is not on; loaded when the reader asks for it.
export { ScannedPage } from './scanned-page';
export { ShowHere } from './show-here';
