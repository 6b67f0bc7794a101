import type { JSX } from 'preact';
import { Choices } from '../../../components/ui/choices';
import { canChooseDirectory } from '../../../lib/directory';
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

/** A folder of this computer, where the browser has such a thing. */
function LocalFolder({ service }: Props): JSX.Element {
  const { directory } = service.draft.value;
  if (!canChooseDirectory()) return <p>{text('syncLocalLacking')}</p>;
  return (
    <div class="field">
      <p class="quiet">{text('syncLocalHint')}</p>
      {directory && <p class="long">{text('syncLocalChosen', directory.name)}</p>}
      <div class="backup-choices">
        <button type="button" class="button" onClick={() => void service.chooseFolder()}>
          {text(directory ? 'folderChooseOther' : 'folderChoose')}
        </button>
      </div>
    </div>
  );
}

const parts = { webdav: Webdav, s3: Bucket, folder: LocalFolder } as const;

/** Where the reader's devices are to meet. */
export function StorageForm({ service }: Props): JSX.Element {
  const { kind } = service.draft.value;
  const Part = parts[kind];
  const isLacking = kind === 'folder' && !canChooseDirectory();
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
          { value: 'folder', label: text('syncLocal') },
        ]}
        onChoose={(chosen) => {
          service.draft.value = { ...service.draft.value, kind: chosen };
        }}
      />
      <Part service={service} />
      <div class="backup-choices">
        <button type="submit" class="button main" disabled={isLacking || service.busy.value !== ''}>
          {text('syncTry')}
        </button>
        <button type="button" class="button" onClick={() => service.close()}>
          {text('syncCancel')}
        </button>
      </div>
    </form>
  );
}
