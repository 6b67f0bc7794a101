import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { useLayer } from '../../../components/ui/use-layer';
import { text } from '../../../lib/text';
import type { SmartList } from '../../../store/database/schema';
import { ListIcon, listIcons } from './list-icons';

/** What the reader says of a list. */
export type ListWords = Pick<SmartList, 'name' | 'icon' | 'isPinned'>;

/** Gives a search a name, or changes the list that it is. */
export function SmartListForm(props: {
  /** The list that is shown, if it is one. */
  readonly list: SmartList | undefined;
  /** Whether the badge counts it. */
  readonly isOnBadge: boolean;
  readonly onSave: (words: ListWords, isOnBadge: boolean) => void;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { list, onSave, onDelete, onClose } = props;
  const [name, setName] = useState(list?.name ?? '');
  const [icon, setIcon] = useState<string>(list?.icon ?? 'list');
  const [isPinned, setPinned] = useState(list?.isPinned ?? false);
  const [isOnBadge, setOnBadge] = useState(props.isOnBadge);
  const id = useId();
  const ref = useRef<HTMLFormElement>(null);
  useLayer(ref, onClose);
  return (
    <form
      ref={ref}
      class="list-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) onSave({ name: name.trim(), icon, isPinned }, isOnBadge);
      }}
    >
      <label for={id}>{text('listNameLabel')}</label>
      <input
        id={id}
        type="text"
        name="list-name"
        dir="auto"
        maxLength={100}
        value={name}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
      />
      <fieldset class="icons">
        <legend class="unseen">{text('listIcon')}</legend>
        {listIcons.map((each, index) => (
          <label key={each}>
            <input
              type="radio"
              name="list-icon"
              checked={icon === each}
              aria-label={text('listIconName', index + 1)}
              onChange={() => setIcon(each)}
            />
            <ListIcon name={each} />
          </label>
        ))}
      </fieldset>
      <label class="choice">
        <input
          type="checkbox"
          checked={isPinned}
          onChange={({ currentTarget }) => setPinned(currentTarget.checked)}
        />
        {text('listPin')}
      </label>
      <label class="choice">
        <input
          type="checkbox"
          checked={isOnBadge}
          onChange={({ currentTarget }) => setOnBadge(currentTarget.checked)}
        />
        {text('listBadge')}
      </label>
      <div class="buttons">
        <button type="submit" class="button main" disabled={!name.trim()}>
          {text(list ? 'listSave' : 'listCreate')}
        </button>
        {list && (
          <button type="button" class="button" onClick={onDelete}>
            {text('listDelete')}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          {text('cancel')}
        </button>
      </div>
    </form>
  );
}
