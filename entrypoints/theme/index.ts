import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { applyTheme, mirroredTheme } from '../../pages/shared/theme/theme';

// A classic script in the head of each page: it runs before anything is painted.
export default defineUnlistedScript(() => {
  applyTheme(document.documentElement, mirroredTheme());
});
