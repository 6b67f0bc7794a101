interface Alarm {
  scheduledTime: number;
}

interface AlarmsApi {
  create(...given: readonly unknown[]): unknown;
  get(name: string): Promise<Alarm | undefined>;
  getAll(): Promise<Alarm[]>;
}

interface Scope {
  Date: DateConstructor;
  isClockShifted?: boolean;
  browser?: { alarms?: AlarmsApi };
  chrome?: { alarms?: AlarmsApi };
}

/**
 * Makes the clock of the context it runs in say another time, from which it goes on; once in each
 * context, however often it is called. A browser's alarms, which keep to the real clock, follow.
 * Its text is put before the scripts of the built extension, so it uses nothing from outside itself.
 * @param offset How far the clock is ahead of the real one, in ms.
 */
export function shiftClock(offset: number): void {
  const scope = globalThis as unknown as Scope;
  if (scope.isClockShifted) return;
  scope.isClockShifted = true;

  const Real = scope.Date;
  const realNow = Real.now;
  const now = () => realNow() + offset;
  Real.now = now;
  scope.Date = new Proxy(Real, {
    construct: (target, given, maker) =>
      Reflect.construct(target, given.length > 0 ? given : [now()], maker),
    apply: () => new Real(now()).toString(),
  });
  Real.prototype.constructor = scope.Date;

  const alarms = scope.browser?.alarms ?? scope.chrome?.alarms;
  if (!alarms) return;
  const { create, get, getAll } = alarms;
  const isTimed = (given: unknown): given is { when: number } =>
    typeof given === 'object' && given !== null && 'when' in given;
  const shown = (alarm: Alarm) => ({ ...alarm, scheduledTime: alarm.scheduledTime + offset });
  alarms.create = (...given) =>
    create.apply(
      alarms,
      given.map((one) => (isTimed(one) ? { ...one, when: one.when - offset } : one)),
    );
  alarms.get = async (name) => {
    const alarm = await get.call(alarms, name);
    return alarm && shown(alarm);
  };
  alarms.getAll = async () => (await getAll.call(alarms)).map(shown);
}
