import { useState } from 'preact/hooks';

/** A type of our own, so that nothing else can be dropped on a list. */
const type = 'application/x-offprint-paper';

interface Handlers {
  readonly draggable?: true;
  readonly onDragStart?: (event: DragEvent) => void;
  readonly onDragOver?: (event: DragEvent) => void;
  readonly onDragLeave?: () => void;
  readonly onDrop?: (event: DragEvent) => void;
}

/**
 * Lets a row be dragged to another place of its list.
 * @param onDrop Told which paper was dropped on this row; absent where the list has no order to change.
 * @returns What the row's element needs, and whether something is held over it.
 */
export function useDragging(
  id: string,
  onDrop: ((dropped: string) => void) | undefined,
): { readonly handlers: Handlers; readonly isOver: boolean } {
  const [isOver, setOver] = useState(false);
  if (!onDrop) return { handlers: {}, isOver: false };
  const handlers: Handlers = {
    draggable: true,
    onDragStart: ({ dataTransfer }) => {
      dataTransfer?.setData(type, id);
      if (dataTransfer) dataTransfer.effectAllowed = 'move';
    },
    onDragOver: (event) => {
      if (!event.dataTransfer?.types.includes(type)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event) => {
      setOver(false);
      const dropped = event.dataTransfer?.getData(type);
      if (!dropped || dropped === id) return;
      event.preventDefault();
      onDrop(dropped);
    },
  };
  return { handlers, isOver };
}
