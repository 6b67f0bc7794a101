import { type Signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Guard } from '../guard';
import type { ExportWindow } from './export-window';
import type { ExportRequest } from './request';

/** Draws the window in which papers are taken along while one is asked for; it is loaded then. */
export function Exporting(props: {
  readonly page: Pick<Guard, 'guard'>;
  readonly request: Signal<ExportRequest | undefined>;
  readonly onDone: (said: string) => void;
}): JSX.Element | null {
  const { page, request, onDone } = props;
  const loaded = useSignal<typeof ExportWindow | undefined>(undefined);
  const isWanted = request.value !== undefined;
  useEffect(() => {
    if (!isWanted || loaded.value) return;
    void page.guard('read', async () => {
      loaded.value = (await import('./export-window')).ExportWindow;
    });
  }, [page, isWanted, loaded]);
  const Window = loaded.value;
  if (!request.value || !Window) return null;
  return (
    <Window
      request={request.value}
      onDone={onDone}
      onClose={() => {
        request.value = undefined;
      }}
    />
  );
}
