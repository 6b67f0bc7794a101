import type { JSX } from 'preact';
import { text } from '../../../lib/text';
import { Toggle } from '../toggle';

/** Whether abstracts stay here. */
export function Abstracts(props: {
  readonly isWithout: boolean | undefined;
  /** While something is going on that would not heed it. */
  readonly isResting: boolean;
  readonly onChange: (isWithout: boolean) => void;
}): JSX.Element {
  return (
    <div>
      <div class="line">
        <Toggle
          value="sync-abstracts"
          label={text('syncAbstracts')}
          isOn={props.isWithout}
          isResting={props.isResting}
          onChange={props.onChange}
        />
      </div>
      <p class="quiet">{text('syncAbstractsHint')}</p>
    </div>
  );
}
