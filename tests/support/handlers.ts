import { barHandlers } from '../../background/messages/bar-handlers';
import { pageHandlers } from '../../background/messages/page-handlers';

/** Everything that the background answers to pages. */
export const handlers = { ...pageHandlers, ...barHandlers };
