import { answerForBackupUrls } from '../../lib/backup-url';
import { answerForRounds } from '../../lib/sync-round';
import { fileOf } from '../../store/backup/kept/files';
import { completeBrowser } from './complete-browser';

answerForBackupUrls(async (name) => {
  const file = await fileOf(name);
  return file && URL.createObjectURL(file);
});

answerForRounds(async (app) => {
  if (!import.meta.env.FIREFOX) await completeBrowser();
  const { runRound } = await import('../../store/sync/run');
  await runRound(app);
});
