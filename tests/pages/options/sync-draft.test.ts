import { expect, it } from 'vitest';
import { syncNeeds } from '../../../lib/sync-account';
import { accountOf, draftOf, emptyDraft } from '../../../pages/options/sync/draft';

const bucket = {
  ...emptyDraft,
  ...{ kind: 's3' as const, address: 'https://s3.example', bucket: ' papers ', accessKey: 'A ' },
};

it('takes an address as readers type it, and nothing that a browser would ask for by itself', () => {
  const of = (address: string) => {
    const account = accountOf({ ...emptyDraft, address });
    return account && 'address' in account ? account.address : undefined;
  };
  expect(of('cloud.example/dav')).toBe('https://cloud.example/dav');
  expect(of(' http://127.0.0.1:8080/ ')).toBe('http://127.0.0.1:8080/');
  expect(of('https://ada:secret@cloud.example/dav?x=1#y')).toBe('https://cloud.example/dav');
  for (const none of ['', 'ftp://cloud.example', 'file:///etc', 'https://', 'javascript:alert(1)'])
    expect(of(none), none).toBeUndefined();
});

it('names the one origin that is to be asked', () => {
  const origins = (draft: typeof emptyDraft) => {
    const account = accountOf(draft);
    return account && syncNeeds(account).origins;
  };
  expect(origins({ ...emptyDraft, address: 'https://cloud.example:8443/dav' })).toEqual([
    'https://cloud.example:8443/*',
  ]);
  expect(origins(bucket)).toEqual(['https://s3.example/*']);
  expect(origins({ ...bucket, isHostStyle: true })).toEqual(['https://papers.s3.example/*']);
});

it('shows of an account what was typed, and no password', () => {
  for (const draft of [
    { ...emptyDraft, address: 'https://cloud.example/', user: 'ada', password: 'horse' },
    { ...bucket, secretKey: 'horse' },
  ]) {
    const account = accountOf(draft);
    expect(account).toMatchObject({ folder: 'Offprint' });
    expect(JSON.stringify(account && draftOf(account))).not.toContain('horse');
  }
});
