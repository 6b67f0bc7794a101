import { readFileSync } from 'node:fs';

/** The addresses of the list of requests in docs/privacy.md, each as a pattern of whole addresses. */
export function listedRequests(): readonly RegExp[] {
  const [, list = ''] = readFileSync('docs/privacy.md', 'utf8').split('<!-- requests -->');
  return [...list.matchAll(/`(https:\/\/\S+)`/g)].map(([, address = '']) => {
    const literal = address.replace(/[.?+*()[\]{}|^$\\]/g, '\\$&');
    const values = literal.replace('YYYY-MM-DD', '\\d{4}-\\d\\d-\\d\\d').replace('p=N', 'p=[1-4]');
    return new RegExp(`^${values}$`);
  });
}
