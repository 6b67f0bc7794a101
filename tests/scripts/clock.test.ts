import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { shiftClock } from '../support/shifted-clock';

const offset = 1_000_000_000_000;

/** A context whose clock is shifted, as the page or worker of a browser whose extension was given the script. */
function inShifted<T>(read: (scope: typeof globalThis) => T, scope: object = {}): T {
  const call = `(${shiftClock})(${offset});`;
  return read(runInNewContext(`${call}${call}globalThis`, scope) as typeof globalThis);
}

/** The machine's clock, whatever the run's says. */
const realNow = () => performance.timeOrigin + performance.now();
const isShifted = (at: number) => Math.abs(at - offset - realNow()) < 600_000;

describe('a shifted clock', () => {
  it('is told by every way of asking, and goes on', () => {
    inShifted(({ Date: Shifted }) => {
      expect(isShifted(Shifted.now())).toBe(true);
      expect(isShifted(+new Shifted())).toBe(true);
      expect(isShifted(Date.parse(Shifted()))).toBe(true);
      const begun = Shifted.now();
      while (Shifted.now() === begun);
      expect(Shifted.now()).toBeGreaterThan(begun);
    });
  });

  it('leaves moments that are named alone', () => {
    inShifted(({ Date: Shifted }) => {
      expect(new Shifted(0).toISOString()).toBe('1970-01-01T00:00:00.000Z');
      expect(Shifted.UTC(2028, 1, 29)).toBe(Shifted.parse('2028-02-29'));
      expect(new Shifted() instanceof Shifted && new Shifted(0).constructor === Shifted).toBe(true);
    });
  });

  it('is kept to by alarms, which the browser keeps by its own', async () => {
    const kept: Record<string, { scheduledTime: number }> = {};
    const chrome = {
      alarms: {
        create: (name: string, { when }: { when: number }) => {
          kept[name] = { scheduledTime: when };
        },
        get: async (name: string) => kept[name],
        getAll: async () => Object.values(kept),
      },
    };
    inShifted(() => chrome.alarms.create('job', { when: offset + 5000 }), { chrome });
    expect(kept).toEqual({ job: { scheduledTime: 5000 } });
    expect(await chrome.alarms.get('job')).toEqual({ scheduledTime: offset + 5000 });
    expect(await chrome.alarms.get('none')).toBeUndefined();
    expect(await chrome.alarms.getAll()).toEqual([{ scheduledTime: offset + 5000 }]);
  });
});
