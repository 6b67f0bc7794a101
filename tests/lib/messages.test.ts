import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { maySend } from '../../background/messages/may-send';
import { ask, RemoteError, serve } from '../../lib/messages';
import { StoreError } from '../../store/database/errors';

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

/** The fake browser passes no sender; the real one always does. */
function deliver(message: unknown, id = fakeBrowser.runtime.id): Promise<unknown> {
  const url = 'https://huggingface.co/papers';
  const listeners: unknown[] = [];
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((listener) =>
    listeners.push(listener),
  );
  serve(
    {
      states: async () => {
        throw new StoreError('full', 'disk');
      },
    },
    maySend,
    () => {},
  );
  return new Promise((resolve) => {
    const listener = listeners[0] as (...given: unknown[]) => unknown;
    if (listener(message, { id, url }, resolve) !== true) resolve('ignored');
  });
}

describe('a message', () => {
  it('from another extension is ignored', async () => {
    expect(await deliver({ type: 'states' }, 'someone-else')).toBe('ignored');
  });

  it('that nobody serves is ignored', async () => {
    expect(await deliver({ type: 'toString' })).toBe('ignored');
    expect(await deliver('states')).toBe('ignored');
  });

  it('whose handler fails brings the error back as data', async () => {
    expect(await deliver({ type: 'states' })).toMatchObject({ error: { code: 'full' } });
  });

  it('is thrown again on the asking side', async () => {
    const answer = { error: { name: 'StoreError', code: 'full', message: 'full: disk' } };
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(answer as never);
    const error = await ask('states', { ids: [], visitAt: 1 }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RemoteError);
    expect(error).toMatchObject({ code: 'full' });
  });

  it('is asked again when the background died on the way', async () => {
    const send = vi
      .spyOn(fakeBrowser.runtime, 'sendMessage')
      .mockRejectedValueOnce(new Error('The message port closed before a response was received.'))
      .mockResolvedValue({ value: { states: { 'arxiv:1': 'new' }, remarks: {} } } as never);
    const { states } = await ask('states', { ids: ['arxiv:1'], visitAt: 1 });
    expect(states).toEqual({ 'arxiv:1': 'new' });
    expect(send).toHaveBeenCalledTimes(2);
  });
});
