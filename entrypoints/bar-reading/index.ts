import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offer } from '../../content/bar/common';
import { Column } from '../../content/bar/reading/column';
import style from '../../content/bar/reading/column.css?inline';

/** Loaded into a page when a paper is first read there. */
export default defineUnlistedScript(() => offer('bar-reading', { View: Column, style }));
