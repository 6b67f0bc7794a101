/** The one place that names the extension API, so that every other file imports it from here. */
export { type Browser, browser } from 'wxt/browser';
