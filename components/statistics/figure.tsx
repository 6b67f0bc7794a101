import type { ComponentChildren, JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { number, text } from '../../lib/text';

/** The numbers of a figure. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Made when it is opened: ten years of months are many cells. */
function TableBelow({ table }: { readonly table: Table }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text('statisticsTable')}</summary>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it
        <section class="rows" aria-label={table.caption} tabIndex={0}>
          <table>
            <caption>{table.caption}</caption>
            <thead>
              <tr>
                {table.columns.map((column) => (
                  <th key={column} scope="col" dir="auto">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([name = '', ...cells]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {cells.map((cell, at) => (
                    <td key={at}>{typeof cell === 'number' ? number(cell) : cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}

/** One finding: a heading, a sentence that says it, a drawing, and the numbers as a table. */
export function Figure(props: {
  readonly title: string;
  readonly finding: string;
  /** Absent when there is nothing to show yet; the sentence says so. */
  readonly table?: Table;
  readonly children?: ComponentChildren;
}): JSX.Element {
  const id = useId();
  return (
    <figure aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <p class="finding">{props.finding}</p>
      {props.table && <div class="drawing">{props.children}</div>}
      {props.table && <TableBelow table={props.table} />}
    </figure>
  );
}

/** What the marks of a plot stand for. */
export function Key(props: {
  readonly entries: readonly (readonly [
    mark: 'wide' | 'narrow' | 'line' | 'dashes',
    name: string,
  ])[];
}): JSX.Element {
  return (
    <ul class="key" aria-hidden="true">
      {props.entries.map(([mark, name]) => (
        <li key={name}>
          <span class={`mark ${mark}`} /> {name}
        </li>
      ))}
    </ul>
  );
}
