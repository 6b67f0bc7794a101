// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeckCommands } from '../../../pages/deck/paper-commands';
import { DeckRules } from '../../../pages/deck/rule-commands';
import { DeckService } from '../../../pages/deck/service';
import { mutedIn } from '../../../pages/deck/tallies';
import { listRules } from '../../../store/rules/read';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

let closing: AbortController;
afterEach(() => closing.abort());

async function open() {
  closing?.abort();
  closing = new AbortController();
  const service = new DeckService();
  await service.start(undefined, 5000, closing.signal);
  return { service, commands: new DeckCommands(service), rules: new DeckRules(service) };
}
type Page = Awaited<ReturnType<typeof open>>;

const standing = ({ service }: Page) => {
  const { left, current } = service.state.standing.value;
  return { left, current };
};
const muted = ({ service: { state } }: Page) => mutedIn(state.session.value, state.papers.value);
const said = ({ service }: Page) => service.state.notice.value?.said;
const splats = { effect: 'mute', subject: 'phrase', value: 'splats' } as const;

beforeEach(async () => {
  await sightOn(
    '2026-03-27',
    1000,
    paper('arxiv:1', { upvotes: 9, organization: 'ByteDance' }),
    paper('arxiv:2', { upvotes: 8, title: 'Fast splats' }),
    paper('arxiv:3', { upvotes: 7, title: 'Small splats', organization: 'ByteDance' }),
    paper('arxiv:4', { upvotes: 6 }),
  );
});

describe('a rule that is made in the deck', () => {
  it('marks papers at once, moves none of them, and can be deleted again', async () => {
    const page = await open();
    const before = standing(page);
    await page.rules.make({ effect: 'follow', subject: 'organization', value: 'ByteDance' }, 5100);
    expect(said(page)).toBe('You follow ByteDance from now on');
    const [rule] = await listRules();
    if (!rule) throw new Error('No rule was kept');
    const matches = () => page.service.state.papers.value.get('arxiv:1')?.matches ?? [];
    expect(matches()).toEqual([rule.id]);
    expect(page.service.state.rules.value.get(rule.id)).toEqual(rule);
    expect(standing(page)).toEqual(before);
    await page.rules.delete(rule, 5200);
    expect(said(page)).toBe('Deleted the rule for ByteDance');
    expect(matches()).toEqual([]);
    expect(page.service.state.rules.value.size).toBe(0);
  });

  it('leaves the paper on top where it is when it mutes it, and takes the others out', async () => {
    const page = await open();
    await page.commands.decide('save', 5100);
    await page.rules.make(splats, 5200);
    expect(standing(page)).toEqual({ left: ['arxiv:2', 'arxiv:4'], current: 'arxiv:2' });
    expect(muted(page)).toBe(1);
    const again = await open();
    expect(standing(again).current).toBe('arxiv:2');
    await again.commands.decide('dismiss', 5300);
    expect(standing(again)).toEqual({ left: ['arxiv:4'], current: 'arxiv:4' });
  });

  it('leaves its paper within the reach of undo', async () => {
    const page = await open();
    await page.commands.decide('save', 5100);
    await page.rules.make(splats, 5200);
    await page.commands.decide('dismiss', 5300);
    expect(standing(page)).toEqual({ left: ['arxiv:4'], current: 'arxiv:4' });
    await page.commands.undo(5400);
    expect(standing(page)).toEqual({ left: ['arxiv:2', 'arxiv:4'], current: 'arxiv:2' });
    page.service.include({ withMuted: true });
    expect(standing(page).left).toEqual(['arxiv:2', 'arxiv:3', 'arxiv:4']);
    expect(muted(page)).toBe(2);
  });

  it('with nothing to look for is refused in words', async () => {
    const page = await open();
    await page.rules.make({ ...splats, value: '!!!' }, 5100);
    expect(said(page)).toBe('Write what to look for.');
    expect(await listRules()).toEqual([]);
  });
});
