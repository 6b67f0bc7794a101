import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useLayer } from '../../../components/ui/use-layer';
import { counted, text } from '../../../lib/text';
import { tagHue, tagKey } from '../../../papers/tag-key';
import { cleanTags, maxTagsTyped } from '../../../papers/tags';
import type { Tag } from '../../../store/database/schema';

/** What can be done with the reader's tags. */
export interface TagsViewProps {
  readonly tags: readonly Tag[];
  readonly addressOf: (tag: Tag) => string;
  readonly onShow: (tag: Tag) => void;
  readonly onRename: (tag: Tag, name: string, withNested: boolean) => void;
  readonly onMerge: (tags: readonly Tag[], into: Tag) => void;
  readonly onRecolour: (tag: Tag, hue: number | undefined) => void;
  readonly onDelete: (tag: Tag) => void;
}

interface Node {
  /** The part after the last slash. */
  readonly label: string;
  readonly path: string;
  /** Absent where only tags below it exist. */
  readonly tag?: Tag;
  readonly children: Node[];
}

/** Tags in the order of their names, nested by their slashes. */
export function treeOf(tags: readonly Tag[]): Node[] {
  const roots: Node[] = [];
  const byPath = new Map<string, Node>();
  const place = (path: string, tag?: Tag): Node => {
    const known = byPath.get(tagKey(path));
    if (known && !tag) return known;
    const cut = path.lastIndexOf('/');
    const parent = cut > 0 ? place(path.slice(0, cut)) : undefined;
    const siblings = parent?.children ?? roots;
    const node: Node = {
      label: cut > 0 ? path.slice(cut + 1) : path,
      path,
      ...(tag ? { tag } : {}),
      children: known?.children ?? [],
    };
    if (known) siblings.splice(siblings.indexOf(known), 1, node);
    else siblings.push(node);
    byPath.set(tagKey(path), node);
    return node;
  };
  const named = tags.toSorted((one, other) => one.name.localeCompare(other.name));
  for (const tag of named) place(tag.name, tag);
  return roots;
}

function Editing(
  props: TagsViewProps & { readonly tag: Tag; readonly hasNested: boolean; onDone: () => void },
): JSX.Element {
  const { tag, tags, hasNested, onDone } = props;
  const [name, setName] = useState(tag.name);
  const [withNested, setNested] = useState(hasNested);
  const ref = useRef<HTMLFormElement>(null);
  useLayer(ref, onDone);
  const names = cleanTags([name]);
  const other =
    names.length === 1
      ? tags.find(({ key }) => key === tagKey(names[0] ?? '') && key !== tag.key)
      : undefined;
  return (
    <form
      ref={ref}
      class="tag-editing"
      onSubmit={(event) => {
        event.preventDefault();
        if (other) props.onMerge([tag], other);
        else if (names.length && names.join(', ') !== tag.name)
          props.onRename(tag, name, withNested);
        onDone();
      }}
    >
      <label>
        <span class="unseen">{text('tagRenameName', tag.name)}</span>
        <input
          type="text"
          dir="auto"
          maxLength={maxTagsTyped}
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      </label>
      {hasNested && (
        <label class="choice">
          <input
            type="checkbox"
            checked={withNested}
            onChange={({ currentTarget }) => setNested(currentTarget.checked)}
          />
          {text('tagWithNested')}
        </label>
      )}
      <button type="submit" class="button main" disabled={names.length === 0}>
        {other ? text('tagMerge', other.name) : text('tagRename')}
      </button>
      <button type="button" class="button" onClick={onDone}>
        {text('cancel')}
      </button>
    </form>
  );
}

function Colour({ tag, onRecolour }: TagsViewProps & { readonly tag: Tag }): JSX.Element {
  const hue = tag.hue ?? tagHue(tag.name);
  return (
    <span class="colour">
      <input
        type="range"
        class="hue"
        min={0}
        max={359}
        value={hue}
        style={`--hue: ${hue}`}
        aria-label={text('tagHueName', tag.name)}
        onChange={({ currentTarget }) => onRecolour(tag, Number(currentTarget.value))}
      />
      {tag.hue !== undefined && (
        <button type="button" class="link" onClick={() => onRecolour(tag, undefined)}>
          {text('tagHueOwn')}
        </button>
      )}
    </span>
  );
}

function TagLineOf(props: TagsViewProps & { readonly node: Node; readonly tag: Tag }): JSX.Element {
  const { node, tag, addressOf, onShow, onDelete } = props;
  const [isEditing, setEditing] = useState(false);
  const hue = tag.hue ?? tagHue(tag.name);
  return (
    <div class="tag-row" data-tag={tag.name}>
      <a
        href={addressOf(tag)}
        class="tag"
        style={`--hue: ${hue}`}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onShow(tag);
        }}
      >
        <span aria-hidden="true">#</span> <bdi>{node.label}</bdi>
      </a>
      <span class="count">{counted('papers', tag.count)}</span>
      <Colour {...props} />
      <button
        type="button"
        class="link"
        aria-expanded={isEditing}
        aria-label={text('tagRenameName', tag.name)}
        onClick={() => setEditing(!isEditing)}
      >
        {text('tagRename')}
      </button>
      <button
        type="button"
        class="link"
        aria-label={text('tagDeleteName', tag.name)}
        onClick={() => onDelete(tag)}
      >
        {text('tagDelete')}
      </button>
      {isEditing && (
        <Editing {...props} hasNested={node.children.length > 0} onDone={() => setEditing(false)} />
      )}
    </div>
  );
}

function Branch(props: TagsViewProps & { readonly nodes: readonly Node[] }): JSX.Element {
  return (
    <ul>
      {props.nodes.map((node) => (
        <li key={tagKey(node.path)}>
          {node.tag ? (
            <TagLineOf {...props} node={node} tag={node.tag} />
          ) : (
            <div class="tag-row">
              <bdi class="quiet">{node.label}</bdi>
            </div>
          )}
          {node.children.length > 0 && <Branch {...props} nodes={node.children} />}
        </li>
      ))}
    </ul>
  );
}

/** Every tag with its papers counted, nested as it is written. */
export function TagsView(props: TagsViewProps): JSX.Element {
  return (
    <div class="tags-view">
      <h1>{text('facetTags')}</h1>
      <p class="quiet">{text(props.tags.length ? 'tagsHint' : 'tagsNone')}</p>
      <Branch {...props} nodes={treeOf(props.tags)} />
    </div>
  );
}
