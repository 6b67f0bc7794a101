import type { JSX } from 'preact';
import { homeNames } from '../../components/paper/links';
import { Choices } from '../../components/ui/choices';
import { text } from '../../lib/text';
import { homes } from '../../papers/homes';
import type { OptionsService } from './service';
import { Toggle } from './toggle';

/** Where papers open, and which of their addresses stand in rows. */
export function PreferredLinks({ service }: { readonly service: OptionsService }): JSX.Element {
  const { homes: shown = [], opensAt } = service.options.value ?? {};
  return (
    <>
      <Choices
        name="opens-at"
        legend="opensAtTitle"
        hint="opensAtHint"
        value={opensAt}
        choices={homes.map((value) => ({ value, label: text(homeNames[value]) }))}
        onChoose={(home) => void service.choose({ opensAt: home })}
      />
      <fieldset>
        <legend>{text('homesTitle')}</legend>
        <p class="quiet">{text('homesHint')}</p>
        {homes.map((home) => (
          <Toggle
            key={home}
            value={`home-${home}`}
            label={text(homeNames[home])}
            isOn={shown.includes(home)}
            onChange={(isOn) =>
              void service.choose({
                homes: homes.filter((one) => (one === home ? isOn : shown.includes(one))),
              })
            }
          />
        ))}
      </fieldset>
    </>
  );
}
