import type { Environment } from 'vitest/runtime';
import { closeRunning } from './running';

/** Node, with the browsers closed when the last test file is done. */
const environment: Environment = {
  name: 'browsers',
  viteEnvironment: 'ssr',
  setup: () => ({ teardown: closeRunning }),
};

export default environment;
