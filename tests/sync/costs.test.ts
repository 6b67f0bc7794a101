import { expect, it } from 'vitest';
import type { Device } from '../support/sync/device';
import { someDevices } from '../support/sync/world';

const papers = Number(process.env.OFFPRINT_SYNC_PAPERS ?? 1_500);

it(`asks for little, of ${papers} papers`, async () => {
  const { world, devices } = await someDevices(2);
  const [one, other] = devices as [Device, Device];
  const { remote } = world;
  const sizeOf = (asked: string) => remote.files.get(asked.split(' ')[1] ?? '')?.bytes.length ?? 0;
  const costs: Record<string, readonly [asked: number, up: number, down: number]> = {};
  const during = async (what: string, work: () => Promise<unknown>) => {
    const begun = performance.now();
    remote.asked.length = 0;
    [remote.sent, remote.fetched] = [0, 0];
    await work();
    costs[what] = [remote.asked.length, remote.sent, remote.fetched];
    if (process.env.OFFPRINT_SYNC_PAPERS)
      console.log(what, costs[what], Math.round(performance.now() - begun), 'ms');
  };
  for (let at = 0; at < papers; at += 1) {
    const id = `arxiv:2503.${String(at).padStart(5, '0')}`;
    one.stand(id, at % 3 ? 'unread' : 'read');
    if (at % 2) one.tag(id, `tag ${at % 40}`);
    if (at % 20 === 0) one.note(id, `What I thought of the paper with number ${at}, and why.`);
  }
  await during('publish', () => one.round());
  await during('join', () => other.round());
  const words = remote.asked.filter((one) => !one.includes('/c-'));
  for (const device of [other, one, other, one, other]) await device.round();
  await during('nothing', () => one.round());
  one.note('arxiv:2503.00007', 'x'.repeat(300));
  await during('note', () => one.round());
  await during('hear', () => other.round());

  expect(words.length).toBeLessThanOrEqual(10);
  const wordBytes = words.reduce((sum, one) => sum + sizeOf(one), 0);
  // Of 20,000 papers at most a megabyte.
  expect(wordBytes / papers).toBeLessThan(50);
  expect(costs.nothing?.[0]).toBe(1);
  expect(costs.note?.[0]).toBeLessThanOrEqual(6);
  expect((costs.note?.[1] ?? 0) + (costs.note?.[2] ?? 0)).toBeLessThan(8_000);
  expect(costs.hear?.[0]).toBeLessThanOrEqual(4);
  expect(other.said('arxiv:2503.00007')).toEqual(one.said('arxiv:2503.00007'));
});
