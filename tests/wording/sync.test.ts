import { expect, it } from 'vitest';
import { remoteErrorKinds } from '../../sync/remotes/remote';
import { vaultErrorKinds } from '../../sync/vault/errors';
import { hasOwnDetail, syncSentence } from '../../wording/sync';

const outcomes = ['emptied', 'otherVault', 'needsCode', 'tooOld', 'notKept', 'stopped', 'noPage'];
const found = [
  ...['late', 'truncated', 'altered', 'stale', 'keepsBoth', 'listsNotAll', 'inventsFiles'],
  ...['keepsRemoved', 'leftBehind', 'tellsNoChanges', 'unprotected', 'clocksDiffer'],
  'unreachableOrUntrusted',
];
const codes = [...remoteErrorKinds, ...vaultErrorKinds, ...outcomes, ...found];

it.each(codes)('says of %s what is wrong, and in another sentence what to do', (code) => {
  const said = syncSentence(code, '7');
  expect(said).not.toContain('That did not work');
  expect(said).not.toMatch(/\$\d/);
  expect(said.match(/[.:;] ?[A-Z“]?/g)?.length, said).toBeGreaterThan(1);
});

it('has no gap where a storage does not say where it went', () => {
  expect(syncSentence('redirected', '')).toMatch(/does not say to which\. Open the one you gave/);
  expect(syncSentence('redirected', 'https://b.example/')).toContain('https://b.example/');
});

it('gives the reason of what nobody has foreseen', () => {
  expect(syncSentence('failed', 'odd')).toContain('odd');
  expect(syncSentence('unheardOf')).toContain('unheardOf');
  expect(hasOwnDetail('full', 'quota of 5 GB')).toBe(true);
  expect(hasOwnDetail('redirected', 'https://b.example/')).toBe(false);
});
