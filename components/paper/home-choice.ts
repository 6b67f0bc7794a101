import { signal } from '@preact/signals';
import { type HomeChoice, usualHomes } from '../../papers/homes';

/** Which addresses of papers stand in rows, and which one opens: the reader's choice, as the page has read it. */
export const homeChoice = signal<HomeChoice>(usualHomes);
