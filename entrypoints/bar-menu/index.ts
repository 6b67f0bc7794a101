import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offer } from '../../content/bar/common';
import { Above } from '../../content/bar/menu/above';
import style from '../../content/bar/menu/menu.css?inline';
import { Sorting } from '../../content/bar/menu/sorting';

/** Loaded into a page when its bar's menu, or the list of keys, is first opened. */
export default defineUnlistedScript(() => {
  offer('bar-menu', { View: Above, style, sorting: new Sorting() });
});
