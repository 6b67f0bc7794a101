import { vi } from 'vitest';

/*
 * What a file of tests finds in a process in which others ran before it: each module anew, the fake browser as well, in
 * a third less time than a process of its own takes.
 */
vi.resetModules();
await import('./setup');
