import { Fragment, type JSX } from 'preact';
import { Choices } from '../../components/ui/choices';
import type { Options } from '../../lib/options';
import { text } from '../../lib/text';
import { sites } from '../../sites/registry';
import { kindName } from '../../wording/kind-names';
import { BackupList } from './backup-list';
import { FillingSlot } from './filling/slot';
import { Folder } from './folder';
import { Keys } from './keys';
import { LikelyForYou } from './likely';
import { NewPapers } from './new-papers';
import { PreferredLinks } from './preferred-links';
import { Notifications, Reading, SeenWhen } from './reading';
import type { OptionsService } from './service';
import { GrantedSitesList } from './sites';
import { StorageUsage } from './storage-usage';
import { Subjects } from './subjects';
import { SyncSlot } from './sync-slot';
import { Toggle } from './toggle';
import { YourData } from './your-data';

interface Props {
  readonly service: OptionsService;
}

function Controls({ service }: Props): JSX.Element {
  const without = service.options.value?.withoutControls ?? [];
  return (
    <fieldset>
      <legend>{text('controlsTitle')}</legend>
      <p class="quiet">{text('controlsHint')}</p>
      {sites.map((site) => (
        <Fragment key={site.name}>
          <p class="site-name">
            <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
              <path d={site.icon} />
            </svg>
            {` ${site.title}`}
          </p>
          {site.pages.map(({ name }) => (
            <Toggle
              key={name}
              value={name}
              label={kindName(name)}
              isOn={!without.includes(name)}
              onChange={(isOn) => void service.chooseControls(name, isOn)}
            />
          ))}
        </Fragment>
      ))}
    </fieldset>
  );
}

/** The options page. */
export function OptionsView({ service }: Props): JSX.Element {
  const { restoring } = service;
  const options = service.options.value;
  return (
    <main>
      <h1>{text('optionsTitle')}</h1>
      <NewPapers service={service} />
      <Subjects service={service} />
      <SeenWhen service={service} />
      <Notifications service={service} />
      <Choices<Options['badge']>
        name="badge"
        legend="badgeTitle"
        value={options?.badge}
        choices={[
          { value: 'unread', label: text('badgeChoiceUnread') },
          { value: 'new', label: text('badgeChoiceNew') },
          { value: 'followed', label: text('badgeChoiceFollowed') },
          { value: 'likely', label: text('badgeChoiceLikely') },
          ...service.lists.value.map(({ id, name }) => ({
            value: `list:${id}` as const,
            label: text('badgeChoiceList', name),
          })),
          { value: 'none', label: text('badgeChoiceNone') },
        ]}
        onChoose={(badge) => void service.choose({ badge })}
      />
      <Choices
        name="theme"
        legend="themeTitle"
        hint="themeHint"
        value={options?.theme}
        choices={[
          { value: 'auto', label: text('themeAuto') },
          { value: 'light', label: text('themeLight') },
          { value: 'dark', label: text('themeDark') },
        ]}
        onChoose={(theme) => void service.choose({ theme })}
      />
      <LikelyForYou service={service} />
      <Reading service={service} />
      <PreferredLinks service={service} />
      <Keys service={service} />
      <Controls service={service} />
      <GrantedSitesList service={service} />
      <FillingSlot />
      <StorageUsage service={service} />
      <SyncSlot service={service} />
      <Folder notes={service.folder} />
      <YourData
        amount={service.amount.value}
        waiting={restoring.waiting.value}
        restoring={restoring.progress.value}
        said={service.said.value}
        onDownload={() => void service.download(new Date())}
        onFile={(file) => void restoring.read(file)}
        onUndo={restoring.undoable.value && (() => void restoring.undo(Date.now()))}
        onRestore={(bringsBack) => void restoring.merge(Date.now(), bringsBack)}
        onStop={() => restoring.stop()}
        onCancel={() => restoring.cancel()}
        onForget={() => void service.forgetDecisions()}
        onDelete={() => void service.deleteAll()}
      >
        <BackupList
          backups={service.backups.list.value}
          state={service.backups.state.value}
          saidOfDownloads={service.backups.saidOfDownloads.value}
          onDownloads={(isOn) => void service.downloadBackups(isOn)}
          limit={options?.backupLimit}
          onKeep={() => void service.keepBackup(Date.now())}
          onRestore={(name) => void service.readBackup(name)}
          onLimit={(backupLimit) => void service.choose({ backupLimit })}
        />
      </YourData>
    </main>
  );
}
