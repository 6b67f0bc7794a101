import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { dateAndTime, text } from '../../../lib/text';
import type { RunningSync } from './running-sync';

/** The reader's devices, and when they were last heard of. */
export function Devices({ running }: { readonly running: RunningSync }): JSX.Element | null {
  const field = useRef<HTMLInputElement>(null);
  const around = running.sync.around.value;
  if (!around) return null;
  const isBusy = running.sync.busy.value !== '';
  return (
    <div class="step">
      <h3 id="sync-devices">{text('syncDevices')}</h3>
      <ul class="backups" aria-labelledby="sync-devices">
        <li>
          <span>{text('syncThisDevice', around.name)}</span>
        </li>
        {around.peers.map((peer) => (
          <li key={peer.device}>
            <span id={`device-${peer.device}`}>
              {peer.name || peer.device} ·{' '}
              <span class="quiet">
                {peer.heardAt > 0
                  ? text('syncHeard', dateAndTime(peer.heardAt))
                  : text('syncNeverHeard')}
              </span>
            </span>
            <button
              type="button"
              class="button"
              disabled={isBusy}
              aria-describedby={`device-${peer.device}`}
              onClick={() => void running.remove(peer)}
            >
              {text('syncRemoveDevice')}
            </button>
          </li>
        ))}
      </ul>
      <form
        class="asked"
        onSubmit={(event) => {
          event.preventDefault();
          if (field.current) void running.rename(field.current.value);
        }}
      >
        <label for="sync-device">{text('syncDeviceName')}</label>
        <input
          ref={field}
          id="sync-device"
          class="short"
          type="text"
          autocomplete="off"
          defaultValue={around.name}
        />
        <button type="submit" class="button" disabled={isBusy}>
          {text('syncRename')}
        </button>
      </form>
    </div>
  );
}
