import type { JSX } from 'preact';
import { Choices } from '../../../components/ui/choices';
import { type MessageKey, text } from '../../../lib/text';
import { Toggle } from '../toggle';
import type { Draft } from './draft';
import type { SyncService } from './service';

interface Props {
  readonly service: SyncService;
}

type TextField = {
  [Field in keyof Draft]: Draft[Field] extends string ? Field : never;
}[keyof Draft];

interface FieldProps extends Props {
  readonly name: Exclude<TextField, 'kind'>;
  readonly label: MessageKey;
  readonly isSecret?: boolean;
  readonly example?: MessageKey;
  readonly hint?: MessageKey;
}

function Field({ service, name, label, isSecret, example, hint }: FieldProps): JSX.Element {
  const id = `sync-${name}`;
  const given = {
    id,
    autocomplete: 'off',
    spellcheck: false,
    placeholder: example && text(example),
    'aria-describedby': hint && `${id}-hint`,
    value: service.draft.value[name],
    onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
      service.draft.value = { ...service.draft.value, [name]: currentTarget.value };
    },
  } as const;
  return (
    <div class="field">
      <label for={id}>{text(label)}</label>
      {isSecret ? <input {...given} type="password" /> : <input {...given} type="text" />}
      {hint && (
        <p id={`${id}-hint`} class="quiet">
          {text(hint)}
        </p>
      )}
    </div>
  );
}

function Webdav({ service }: Props): JSX.Element {
  return (
    <>
      <Field service={service} name="address" label="syncAddress" example="syncAddressExample" />
      <Field service={service} name="user" label="syncUser" />
      <Field
        service={service}
        name="password"
        isSecret
        label="syncPassword"
        hint="syncPasswordHint"
      />
      <Field service={service} name="folder" label="syncFolder" />
    </>
  );
}

function Bucket({ service }: Props): JSX.Element {
  return (
    <>
      <Field service={service} name="address" label="syncAddress" example="syncBucketExample" />
      <Field service={service} name="bucket" label="syncBucketName" />
      <Field service={service} name="region" label="syncRegion" />
      <Field service={service} name="accessKey" label="syncAccessKey" />
      <Field service={service} name="secretKey" isSecret label="syncSecretKey" />
      <Field service={service} name="folder" label="syncFolder" />
      <div class="line">
        <Toggle
          value="sync-host-style"
          label={text('syncHostStyle')}
          isOn={service.draft.value.isHostStyle}
          onChange={(isHostStyle) => {
            service.draft.value = { ...service.draft.value, isHostStyle };
          }}
        />
      </div>
    </>
  );
}

/** Where the reader's devices are to meet. */
export function Where({ service }: Props): JSX.Element {
  const { kind } = service.draft.value;
  return (
    <form
      class="sync-form"
      onSubmit={(event) => {
        event.preventDefault();
        void service.try();
      }}
    >
      <Choices
        name="sync-kind"
        legend="syncWhere"
        value={kind}
        choices={[
          { value: 'webdav', label: text('syncWebdav') },
          { value: 's3', label: text('syncBucket') },
        ]}
        onChoose={(chosen) => {
          service.draft.value = { ...service.draft.value, kind: chosen };
        }}
      />
      {kind === 'webdav' ? <Webdav service={service} /> : <Bucket service={service} />}
      <div class="backup-choices">
        <button type="submit" class="button main" disabled={service.busy.value !== ''}>
          {text('syncTry')}
        </button>
        <button type="button" class="button" onClick={() => service.close()}>
          {text('syncCancel')}
        </button>
      </div>
    </form>
  );
}
