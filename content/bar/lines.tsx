import type { ComponentChildren, JSX } from 'preact';
import { keyed } from '../../lib/keymap/hints';
import { keysByCommand } from '../../lib/keymap/keymap';
import { counted, text } from '../../lib/text';
import type { PageCounts } from './page-counts';
import type { BarService } from './service';

interface Props {
  readonly service: BarService;
  readonly counts: PageCounts;
}

function Line(props: {
  readonly name: string;
  readonly words: string;
  readonly children?: ComponentChildren;
}): JSX.Element {
  return (
    <p class="line" data-line={props.name}>
      <span>{props.words}</span>
      {props.children}
    </p>
  );
}

function Button(props: {
  readonly label: string;
  readonly onClick: () => void;
  /** See `keyed`. */
  readonly keys?: ReturnType<typeof keyed>;
}): JSX.Element {
  return (
    <button type="button" class="link" onClick={props.onClick} {...props.keys}>
      {props.label}
    </button>
  );
}

/** What is folded away leaves a line, so that nothing vanishes without trace. */
function Folded({ service, counts }: Props): JSX.Element {
  const { hidesSeen, foldsMuted, hidesReplaced } = service.state.choices.value;
  return (
    <>
      {hidesSeen && !!counts.seen && (
        <Line name="seen" words={counted('barHidden', counts.seen)}>
          <Button label={text('mutedShow')} onClick={() => service.choose({ hidesSeen: false })} />
        </Line>
      )}
      {hidesReplaced && !!counts.replaced && (
        <Line name="replaced" words={counted('barReplacedHidden', counts.replaced)}>
          <Button
            label={text('mutedShow')}
            onClick={() => service.choose({ hidesReplaced: false })}
          />
        </Line>
      )}
      {!!counts.muted && (
        <Line name="muted" words={counted(foldsMuted ? 'barMuted' : 'mutedCount', counts.muted)}>
          <Button
            label={text(foldsMuted ? 'mutedShow' : 'mutedHide')}
            onClick={() => service.choose({ foldsMuted: !foldsMuted })}
          />
        </Line>
      )}
    </>
  );
}

function Said({ service }: Pick<Props, 'service'>): JSX.Element {
  const notice = service.state.notice.value;
  return (
    <div role="status">
      {notice && (
        <Line name="notice" words={notice.words}>
          {notice.action !== undefined && (
            <Button
              label={text('undo')}
              onClick={() => service.undo(notice)}
              keys={keyed('undo', text('undo'))}
            />
          )}
        </Line>
      )}
    </div>
  );
}

function Offer({ service }: Pick<Props, 'service'>): JSX.Element | null {
  const { choices, hasKeys, keymap, sheet } = service.state;
  const { knowsKeys, isCollapsed } = choices.value;
  if (knowsKeys || hasKeys.value || isCollapsed || sheet.value) return null;
  const keys = keysByCommand(keymap.value);
  const named = (['next', 'save', 'dismiss'] as const).flatMap((id) => keys.get(id)?.[0] ?? []);
  if (!named[2]) return null;
  return (
    <Line name="offer" words={text('barOffer', ...named)}>
      <Button label={text('barOfferYes')} onClick={() => service.useKeys(true)} />
      <Button label={text('barOfferNo')} onClick={() => service.choose({ knowsKeys: true })} />
    </Line>
  );
}

/** The lines above the bar: what is folded away, the offer of keys, and last, for it moves no other, what was done. */
export function Lines({ service, counts }: Props): JSX.Element {
  return (
    <div class="lines">
      <Folded service={service} counts={counts} />
      <Offer service={service} />
      <Said service={service} />
    </div>
  );
}
