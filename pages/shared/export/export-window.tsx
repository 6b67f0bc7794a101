import '../../../assets/export.css';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { ExportForm } from '../../../components/export/export-form';
import { report } from '../../../lib/report';
import { ExportTask } from './export-task';
import type { ExportRequest } from './request';
import { fileFormats, isText } from './write';

const formats = fileFormats.map((format) => ({ ...format, isText: isText(format) }));

/** The window in which papers are taken along: loaded when it is opened. */
export function ExportWindow(props: {
  readonly request: ExportRequest;
  /** Told in a sentence what was done. */
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}): JSX.Element | null {
  const { request, onDone, onClose } = props;
  const task = useMemo(() => new ExportTask(request), [request]);
  useEffect(() => {
    task.start().catch((error: unknown) => report('taking', error));
    return () => task.stop();
  }, [task]);
  const choice = task.choice.value;
  if (!choice) return null;
  const run = async (to: 'file' | 'clipboard') => {
    const said = await task.run(to, Date.now());
    if (said === undefined) return;
    onClose();
    onDone(said);
  };
  return (
    <ExportForm
      scopes={request.scopes}
      formats={formats}
      choice={choice}
      to={choice.to}
      progress={task.progress.value}
      failure={task.failure.value}
      onChoose={(change) => {
        task.choice.value = { ...choice, ...change };
      }}
      onExport={(to) => void run(to)}
      onStop={() => task.stop()}
      onClose={onClose}
    />
  );
}
