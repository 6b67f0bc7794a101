import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeptBackup, superfluous } from '../../../store/backup/kept/retention';

const now = Date.parse('2026-12-01');

const backup = (iso: string, size = 1): KeptBackup => ({
  name: iso,
  at: Date.parse(iso),
  size,
  hash: iso,
});

const day = 86_400_000;

/** One a day, up to a day, each kept as they come. */
function keptAfter(days: number, until: string, limit = Number.POSITIVE_INFINITY): KeptBackup[] {
  let kept: KeptBackup[] = [];
  for (let at = Date.parse(until) - (days - 1) * day; at <= Date.parse(until); at += day) {
    kept.push(backup(new Date(at).toISOString()));
    const gone = new Set(superfluous(kept, limit, at));
    kept = kept.filter((one) => !gone.has(one));
  }
  return kept.reverse();
}

describe('the backups that are kept', () => {
  it('after two years of one a day are of seven days, six weeks and twelve months', () => {
    const kept = keptAfter(730, '2026-11-30T04:00:00.000Z').map(({ name }) => name.slice(0, 10));
    expect(kept).toEqual([
      ...['2026-11-30', '2026-11-29', '2026-11-28', '2026-11-27', '2026-11-26', '2026-11-25'],
      ...['2026-11-24', '2026-11-22', '2026-11-15', '2026-11-08', '2026-11-01', '2026-10-31'],
      ...['2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31', '2026-04-30'],
      ...['2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31'],
    ]);
  });

  it('stay, however long nothing changes', () => {
    const old = ['2020-01-01', '2020-01-02', '2021-05-05'].map((iso) => backup(iso));
    expect(superfluous(old, Number.POSITIVE_INFINITY, now)).toEqual([]);
  });

  it('give way to the limit, the oldest first, but never the newest', () => {
    const three = [backup('2026-03-03', 10), backup('2026-03-02', 10), backup('2026-03-01', 10)];
    expect(superfluous(three, 25, now).map(({ name }) => name)).toEqual(['2026-03-01']);
    expect(superfluous(three, 5, now).map(({ name }) => name)).toEqual([
      '2026-03-02',
      '2026-03-01',
    ]);
  });

  it('are the same in whatever order they are found, and settled at once', () => {
    const time = fc.integer({ min: 0, max: 4e12 });
    const times = fc.array(time, { maxLength: 40 });
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 60 }), time, (list, limit, at) => {
        const all = [...new Set(list)].map((at) => backup(new Date(at).toISOString()));
        const gone = superfluous(all, limit, at);
        expect(superfluous([...all].reverse(), limit, at)).toEqual(gone);
        const rest = all.filter((one) => !gone.includes(one));
        expect(superfluous(rest, limit, at)).toEqual([]);
        if (all.length) expect(rest.length).toBeGreaterThan(0);
      }),
    );
  });

  it.each([
    ['was ahead', '2036-01-01T00:00:00.000Z'],
    ['is behind', '2026-11-30T00:00:00.000Z'],
  ])('are made day by day by a clock that %s, too', (_, wrong) => {
    const others = keptAfter(400, wrong);
    const right = Date.parse(wrong) - 3000 * day;
    let kept = others;
    for (let at = right; at < right + 400 * day; at += day) {
      const made = backup(new Date(at).toISOString());
      const all = [...kept, made];
      const gone = new Set(superfluous(all, Number.POSITIVE_INFINITY, at));
      expect(gone).not.toContain(made);
      kept = all.filter((one) => !gone.has(one));
    }
    const ofRight = kept.filter(({ at }) => at < right + 400 * day);
    expect(ofRight.length).toBeGreaterThan(20);
    expect(kept.filter((one) => !ofRight.includes(one))).toEqual(others);
  });

  it('keep the last made within any limit, whatever other clocks said', () => {
    const ahead = backup('2030-01-01', 10);
    const made = backup('2026-12-01', 10);
    expect(superfluous([ahead, made], 5, now)).toEqual([ahead]);
  });
});
