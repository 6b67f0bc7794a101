import type { JSX } from 'preact';
import { type MessageKey, number, text } from '../../lib/text';
import type { Kept as Counts } from '../../store/records/kept';
import { sizeWords } from './byte-size';
import type { OptionsService } from './service';
import { Toggle } from './toggle';

const rows = [
  ['saved', 'keptSaved'],
  ['undecided', 'keptUndecided'],
  ['missed', 'keptMissed'],
  ['gone', 'keptGone'],
  ['past', 'keptPast'],
] as const satisfies readonly (readonly [keyof Counts, MessageKey])[];

/** How much is kept and what it weighs, and whether papers that nobody says a word of shrink. */
export function StorageUsage({ service }: { readonly service: OptionsService }): JSX.Element {
  const { kept, amount, options } = service;
  return (
    <fieldset>
      <legend>{text('keptTitle')}</legend>
      {kept.value && (
        <dl class="kept">
          {rows.map(([name, label]) => (
            <div key={name}>
              <dt>{text(label)}</dt>
              <dd>{number(kept.value?.[name] ?? 0)}</dd>
            </div>
          ))}
        </dl>
      )}
      {amount.value && <p class="quiet">{sizeWords(amount.value.bytes, amount.value.isEmpty)}</p>}
      <Toggle
        value="keeps-all"
        label={text('keepsAll')}
        isOn={options.value?.keepsAll}
        onChange={(keepsAll) => void service.choose({ keepsAll })}
      />
      <p class="quiet">{text('keepsAllHint')}</p>
    </fieldset>
  );
}
