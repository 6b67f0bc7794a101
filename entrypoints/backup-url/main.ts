import { answerForBackupUrls } from '../../lib/backup-url';
import { fileOf } from '../../store/backup/kept/files';

answerForBackupUrls(async (name) => {
  const file = await fileOf(name);
  return file && URL.createObjectURL(file);
});
