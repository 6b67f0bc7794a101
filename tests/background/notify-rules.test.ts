import { beforeEach, describe, expect, it } from 'vitest';
import { tellFollowed } from '../../background/notifications/notifications';
import { writeOptions } from '../../lib/options';
import { recordsOf } from '../../store/records/queries';
import { recordSighting } from '../../store/records/sightings';
import { saveRule } from '../../store/rules/rules';
import { decide } from '../../store/words/decide';
import { markOpened } from '../../store/words/opened';
import { useNotifications } from '../support/notifications';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();
const bell = useNotifications();
const { shown, messages } = bell;

const hour = 3_600_000;
const at = (time: string) => Date.parse(`${time}Z`);

describe('the notification of a follow rule', () => {
  const robots = { id: 'robots', effect: 'follow', subject: 'phrase', value: 'robot' } as const;
  const ofPoll = {
    digest: 'huggingface:day:2026-03-27',
    day: '2026-03-27',
    shows: 'poll',
  } as const;
  let number = 0;

  /** A poll now that brings one paper for each title, and what was shown by then. */
  async function poll(...titles: readonly string[]): Promise<readonly string[]> {
    const papers = titles.map((title) => paper(`arxiv:${number++}`, { title }));
    await tellFollowed(async () => {
      await recordSighting({ ...ofPoll, visitAt: bell.now, papers });
    }, bell.now);
    return shown;
  }

  beforeEach(async () => {
    number = 1;
    await writeOptions({ notify: 'rule' });
    await saveRule(robots, bell.now);
  });

  it('is shown when a poll brought papers that one matches, and counts those alone', async () => {
    await sightOn('2026-03-27', bell.now - hour, paper('arxiv:0', { title: 'A robot of before' }));
    expect(await poll('A plant')).toEqual([]);
    bell.now += hour;
    expect(await poll('A robot', 'A plant', 'Second robot')).toEqual([
      '2 new papers that your rules follow',
    ]);
  });

  it('is shown for papers that the rule saves by itself', async () => {
    await saveRule({ ...robots, saves: true, tags: ['metal'] }, bell.now);
    expect(await poll('A robot', 'A plant')).toEqual(['1 new paper that your rules follow']);
    expect(messages).toEqual(['Your rules saved it. Click to see what you have not read yet.']);
    expect((await recordsOf(['arxiv:1']))[0]).toMatchObject({ state: 'unread', tags: ['metal'] });
  });

  it('is shown once a day; what came after it is told on the next day', async () => {
    await poll('A robot');
    bell.now += hour;
    expect(await poll('Second robot')).toHaveLength(1);
    bell.now += hour;
    expect(await poll('Third robot', 'Fourth robot')).toHaveLength(1);
    bell.now += 22 * hour;
    expect((await poll())[1]).toBe('3 new papers that your rules follow');
    bell.now += 24 * hour;
    expect(await poll('A plant')).toHaveLength(2);
  });

  it('is not shown for what the reader has dealt with by then', async () => {
    await poll('A robot');
    await saveRule({ ...robots, saves: true }, bell.now);
    bell.now += hour;
    await poll('Dismissed robot', 'Opened robot', 'Read robot');
    await saveRule(robots, bell.now);
    bell.now += hour;
    await poll('Saved robot');
    bell.now += hour;
    await decide(['arxiv:2'], 'dismissed', bell.now);
    await markOpened('arxiv:3', bell.now, { startsReading: false });
    await decide(['arxiv:4'], 'read', bell.now);
    await decide(['arxiv:5'], 'unread', bell.now);
    bell.now += 24 * hour;
    expect(await poll()).toHaveLength(1);
  });

  it('tells of papers of a poll that was killed before it could', async () => {
    await poll('A plant');
    bell.now += hour;
    const papers = [paper('arxiv:9', { title: 'A robot' })];
    await recordSighting({ ...ofPoll, visitAt: bell.now, papers });
    bell.now += hour;
    expect(await poll()).toEqual(['1 new paper that your rules follow']);
  });

  it('does not wait for an instant that a wrong clock said', async () => {
    bell.now += 300 * 24 * hour;
    await poll('A robot');
    bell.now -= 300 * 24 * hour;
    expect(await poll()).toHaveLength(1);
    bell.now += 24 * hour;
    expect(await poll()).toHaveLength(1);
    expect(await poll('Second robot')).toHaveLength(2);
  });

  it('says which of them are saved already', async () => {
    await saveRule({ ...robots, id: 'arms', value: 'arm', saves: true }, bell.now);
    await poll('A robot', 'Robot arm');
    expect(messages).toEqual([
      '1 of them is saved already. Click to go through the others one by one.',
    ]);
  });

  it('is not shown in quiet hours, when nothing is asked, but after them', async () => {
    await poll('A robot');
    bell.now = at('2026-03-27T20:00');
    await poll('Second robot');
    await writeOptions({ quietHours: [22, 7] });
    bell.now = at('2026-03-28T01:00');
    expect(await poll()).toHaveLength(1);
    bell.now = at('2026-03-28T07:00');
    expect((await poll())[1]).toBe('1 new paper that your rules follow');
  });

  it('is shown again rather than lost when the worker was killed while showing it', async () => {
    await poll('A plant');
    bell.now += hour;
    bell.showing = () => Promise.reject(new Error('killed'));
    await expect(poll('A robot')).rejects.toThrow('killed');
    bell.showing = async () => {};
    bell.now += hour;
    expect(await poll()).toEqual(['1 new paper that your rules follow']);
  });

  it('is not shown where it is not wanted, not even later', async () => {
    await writeOptions({ notify: 'never' });
    await poll('A robot');
    bell.now += hour;
    await writeOptions({ notify: 'rule' });
    expect(await poll('A plant')).toEqual([]);
  });
});
