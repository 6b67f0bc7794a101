import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { waitOf } from '../../lib/rate-limit';

import { quick } from '../support/property';

const now = Date.parse('2026-03-27T09:00:00Z');
const second = 1000;
const day = 24 * 3600 * second;
const later = (seconds: number) => new Date(now + seconds * second);
const epoch = (seconds: number) => String((now + seconds * second) / second);

type Headers_ = Readonly<Record<string, string>>;
const waitFor = (headers: Headers_, status = 429) => {
  const wait = waitOf(status, new Headers(headers), now);
  return wait === undefined ? undefined : wait / second;
};

describe('a wait', () => {
  it.each<[Headers_, number | undefined]>([
    [{}, undefined],
    [{ 'retry-after': '290' }, 290],
    [{ 'retry-after': ' 1.5 ' }, 1.5],
    [{ 'retry-after': '0.25' }, 0.25],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': '60, 290' }, 290],
    [{ 'retry-after': later(290).toUTCString() }, 290],
    [{ 'retry-after': 'Friday, 27-Mar-26 09:04:50 GMT' }, 290],
    [{ 'retry-after': 'Fri Mar 27 09:04:50 2026' }, 290],
    [{ 'retry-after': later(-60).toUTCString() }, 0],
    [{ 'retry-after': later(290).toUTCString(), date: later(60).toUTCString() }, 230],
    [{ 'x-ratelimit-reset': epoch(290), date: later(-60).toUTCString() }, 350],
    [{ 'retry-after': later(290).toUTCString(), date: 'today' }, 290],
    [{ 'retry-after': 'Fri, 27 Mar 2026 10:04:50 +0100' }, 290],
    [{ 'retry-after': 'Fri, 27 Mar 2026 09:04:50' }, 290],
    [{ 'retry-after': '2026-03-27T09:04:50' }, 290],
    [{ 'retry-after': '2026-03-27 09:04:50' }, 290],
    [{ 'retry-after': '2026-03-27' }, 0],
    [{ 'retry-after': '290s' }, 290],
    [{ 'retry-after': '290 seconds' }, 290],
    [{ 'retry-after': '+290;' }, 290],
    [{ 'retry-after': '"290"' }, 290],
    [{ 'retry-after': '290m' }, undefined],
    [{ 'retry-after-ms': '1500' }, 1.5],
    [{ 'retry-after-ms': 'soon' }, undefined],
    [{ 'x-retry-after': '290' }, 290],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '-5' }, undefined],
    [{ 'retry-after': '' }, undefined],
    [{ 'retry-after': '9'.repeat(30) }, day / second],
    [{ ratelimit: '"api";r=0;t=290' }, 290],
    [{ ratelimit: '"api";t=290;r=0' }, 290],
    [{ ratelimit: '"api"; r=0; t=290' }, 290],
    [{ ratelimit: ' "api" ;  R=0 ; T=290 ' }, 290],
    [{ ratelimit: '"api";r=0;pk=:dHJpYWw9:;t=290' }, 290],
    [{ ratelimit: '"a;r=5,\\"b\\"";r=0;t=290' }, 290],
    [{ ratelimit: 'default;r=0;t=290' }, 290],
    [{ ratelimit: '"burst";r=3;t=900, "api";r=0;t=290, "day";r=0;t=200' }, 290],
    [{ ratelimit: '"api";r=5;t=290' }, undefined],
    [{ ratelimit: '"api";r=0' }, undefined],
    [{ ratelimit: '"api";r=0', 'ratelimit-policy': '"day";q=9;w=900, "api";q=9;w=290' }, 290],
    [{ ratelimit: '"a,b";r=0', 'ratelimit-policy': '"a,b";q=9;w=290' }, 290],
    [{ ratelimit: '"api";r=0;t=90', 'ratelimit-policy': '"api";q=9;w=290' }, 90],
    [{ ratelimit: '"api";r=2', 'ratelimit-policy': '"api";q=9;w=290' }, undefined],
    [{ 'ratelimit-policy': '"api";q=9;w=290' }, undefined],
    [{ ratelimit: '"api";r=0;t=later' }, undefined],
    [{ ratelimit: 'limit=100, remaining=0, reset=290' }, 290],
    [{ ratelimit: 'reset=290,remaining=0,limit=100;w=300' }, 290],
    [{ ratelimit: 'limit=100, remaining=7, reset=290' }, undefined],
    [{ 'ratelimit-limit': '100', 'ratelimit-remaining': '0', 'ratelimit-reset': '290' }, 290],
    [{ 'ratelimit-remaining': '7', 'ratelimit-reset': '290' }, undefined],
    [{ 'x-ratelimit-reset': '290' }, 290],
    [{ 'x-ratelimit-reset': '289.5' }, 289.5],
    [{ 'x-ratelimit-reset-after': '289.5' }, 289.5],
    [{ 'x-rate-limit-reset': epoch(290), 'x-rate-limit-remaining': '0' }, 290],
    [{ 'x-rate-limit-reset': '290', 'x-rate-limit-remaining': '3' }, undefined],
    [{ 'x-ratelimit-reset': epoch(290), 'x-ratelimit-remaining': '0' }, 290],
    [{ 'x-ratelimit-reset': `${epoch(290)}.5` }, 290.5],
    [{ 'x-ratelimit-reset': String(now + 290 * second) }, 290],
    [{ 'x-ratelimit-reset': later(290).toISOString() }, 290],
    [{ 'x-ratelimit-reset': epoch(-290) }, 0],
    [{ 'x-ratelimit-reset': '290', 'x-ratelimit-remaining': '12' }, undefined],
    [{ 'retry-after': '60', ratelimit: '"api";r=0;t=290', 'x-ratelimit-reset': '30' }, 290],
    [{ 'retry-after': '600', ratelimit: '"api";r=0;t=290' }, 600],
    [{ 'retry-after': 'nonsense', ratelimit: '"api";r=0;t=290' }, 290],
    [{ 'retry-after': '60', ratelimit: '"api";r=9;t=290' }, 60],
  ])('told by %j is %s s', (headers, seconds) => {
    expect(waitFor(headers)).toBe(seconds);
  });

  it.each<[Headers_, number | undefined]>([
    [{ 'retry-after': '290' }, 290],
    [{ ratelimit: '"api";r=0;t=290' }, 290],
    [{ ratelimit: '"api";r=5;t=290' }, undefined],
    [{ 'x-ratelimit-reset': '290' }, undefined],
    [{ 'x-ratelimit-reset': '290', 'x-ratelimit-remaining': '0' }, 290],
  ])('of a site that is down, told by %j, is %s s', (headers, seconds) => {
    expect(waitFor(headers, 503)).toBe(seconds);
  });

  it('is never more than a day and never less than nothing, whatever is told', () => {
    const names = fc.constantFrom(
      'retry-after',
      'ratelimit',
      'ratelimit-reset',
      'x-ratelimit-reset',
    );
    const sign = fc.constantFrom(...'0123456789.-,;=:" rtGMT');
    const values = fc.oneof(fc.string({ unit: sign, maxLength: 40 }), fc.nat().map(String));
    fc.assert(
      fc.property(fc.dictionary(names, values), (headers) => {
        const wait = waitOf(429, new Headers(headers), now) ?? 0;
        expect(wait >= 0 && wait <= day).toBe(true);
      }),
      quick,
    );
  });
});
