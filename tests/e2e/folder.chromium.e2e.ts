import { expect, test } from 'vitest';
import { useHarness } from './harness/suite';
import { OptionsPage } from './pages/options-page';
import { Probe } from './pages/probe';

const harness = useHarness('chromium');

interface Scope {
  showDirectoryPicker(): Promise<FileSystemDirectoryHandle>;
}

test('a folder of notes is chosen once, and brought up to date when the page is opened again', async () => {
  const { session } = harness;
  const probe = await Probe.open(session);
  await probe.save([{ id: 'arxiv:2603.00001', title: 'Sparse attention' }], [['agents']]);
  const options = await OptionsPage.open(session);
  // Nobody is there who could choose one: a folder of the private file system is one as well.
  await options.page.evaluate(() => {
    (globalThis as unknown as Scope).showDirectoryPicker = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('Vault', { create: true });
  });
  await options.press('Choose a folder …');
  await options.says('Added: 1.');
  const again = await OptionsPage.open(session);
  await again.says('Bring “Vault” up to date');
  const path = 'Sparse attention.md';
  await again.page.evaluate(async (name) => {
    const vault = await (await navigator.storage.getDirectory()).getDirectoryHandle('Vault');
    const file = await vault.getFileHandle(name);
    const writable = await file.createWritable({ keepExistingData: true });
    await writable.seek((await file.getFile()).size);
    await writable.write('My own words');
    await writable.close();
  }, path);
  await probe.save([{ id: 'arxiv:2603.00001', title: 'Sparser attention' }], [['thesis']]);
  await again.press('Bring “Vault” up to date');
  await again.says('Brought up to date: 1.');
  const text = await again.page.evaluate(async (name) => {
    const vault = await (await navigator.storage.getDirectory()).getDirectoryHandle('Vault');
    return (await (await vault.getFileHandle(name)).getFile()).text();
  }, path);
  expect(text).toMatch(/thesis[\s\S]*My own words$/);
});
