/**
 * What the browser must allow before Zotero can be talked to, which listens on this computer. Firefox knows no ports there
 * (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns).
 */
export const zoteroHost = {
  origins: [import.meta.env.FIREFOX ? 'http://127.0.0.1/*' : 'http://127.0.0.1:23119/*'],
};
