import { afterEach, beforeEach, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** The browser's notifications and the clock, as a test sees and sets them. */
interface FakeNotifications {
  /** The instant that it is, in ms. */
  now: number;
  /** The titles of what was shown. */
  readonly shown: string[];
  readonly messages: string[];
  /** Who listens to clicks. */
  readonly clicked: Set<(id: string) => void>;
  lastId: string;
  /** What goes on while one is shown. */
  showing: () => Promise<void>;
  isAllowed: boolean;
}

/** Gives every test notifications that are allowed, in UTC on 2026-03-27 at 7. */
export function useNotifications(): FakeNotifications {
  const zone = process.env.TZ;
  const unset = () => ({
    now: Date.parse('2026-03-27T07:00Z'),
    showing: async () => {},
    isAllowed: true,
  });
  const bell: FakeNotifications = {
    shown: [],
    messages: [],
    clicked: new Set(),
    lastId: '',
    ...unset(),
  };
  beforeEach(() => {
    process.env.TZ = 'UTC';
    bell.shown.length = 0;
    bell.messages.length = 0;
    bell.clicked.clear();
    Object.assign(bell, unset());
    vi.spyOn(Date, 'now').mockImplementation(() => bell.now);
    Object.assign(fakeBrowser, browserOf(bell));
  });
  afterEach(() => {
    process.env.TZ = zone ?? 'UTC';
    vi.restoreAllMocks();
  });
  return bell;
}

/** The parts of the browser through which notifications are asked for and shown. */
function browserOf(bell: FakeNotifications) {
  return {
    permissions: {
      contains: async () => bell.isAllowed,
      onAdded: { addListener: () => {} },
    },
    notifications: {
      create: async (id: string, { title, message }: { title: string; message: string }) => {
        await bell.showing();
        bell.lastId = id;
        bell.shown.push(title);
        bell.messages.push(message);
      },
      onClicked: {
        hasListener: (listener: (id: string) => void) => bell.clicked.has(listener),
        addListener: (listener: (id: string) => void) => bell.clicked.add(listener),
      },
    },
  };
}
