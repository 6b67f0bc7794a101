import type { JSX } from 'preact';
import { keyed } from '../../lib/keymap/hints';
import { text } from '../../lib/text';
import { citationFormNames } from '../../wording/formats';

/** What a citation can be copied as. */
export type CitationFormName = keyof typeof citationFormNames;

const forms = Object.keys(citationFormNames) as CitationFormName[];

/** Copies a citation in the form that was chosen last, or in another one; and leads to the other formats. */
export function CiteControl(props: {
  readonly form: CitationFormName;
  /** @param form The one that was chosen last unless given. */
  readonly onCite: (form?: CitationFormName) => void;
  readonly onExport: () => void;
}): JSX.Element {
  const { form, onCite, onExport } = props;
  return (
    <div class="buttons cite">
      <button
        type="button"
        class="button"
        data-action="cite"
        onClick={() => onCite()}
        {...keyed('cite', text('cite'))}
      >
        {text('cite')}
      </button>
      <label>
        <span class="unseen">{text('citeForm')}</span>
        <select
          name="citation-form"
          value={form}
          onChange={({ currentTarget }) => {
            const chosen = forms.find((name) => name === currentTarget.value);
            if (chosen) onCite(chosen);
          }}
        >
          {forms.map((name) => (
            <option key={name} value={name}>
              {text(citationFormNames[name])}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="button"
        data-action="export"
        onClick={onExport}
        {...keyed('export', text('keyExport'))}
      >
        {text('takeOne')}
      </button>
    </div>
  );
}
