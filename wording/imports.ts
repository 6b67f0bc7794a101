import type { Addition } from '../imports/plan/fate';
import type { DamageReason, RefusalReason, RemarkKind, SkipReason } from '../imports/types';
import { counted, type MessageKey, text } from '../lib/text';

const formats: Readonly<Record<string, MessageKey>> = {
  bibtex: 'importFormatBibtex',
  ris: 'importFormatRis',
  csl: 'importFormatCsl',
  csv: 'importFormatCsv',
  markdown: 'importFormatMarkdown',
  bookmarks: 'importFormatBookmarks',
  papermemory: 'importFormatPapermemory',
  paperpile: 'importFormatPaperpile',
  zotero: 'importFormatZotero',
  text: 'importFormatText',
  'web-page': 'importFormatWebPage',
  zip: 'importFormatZip',
};

/** A format as the reader knows it; one that was only seen in a file, `PDF`, as it is. */
export function formatName(id: string): string {
  const key = formats[id];
  return key ? text(key) : id;
}

/** A file's name in a sentence; pasted text has none. */
export function fileName(name: string): string {
  return name ? text('importFileName', name) : text('importPastedName');
}

const refusals = {
  tooLarge: 'importRefusedTooLarge',
  empty: 'importRefusedEmpty',
  webPage: 'importRefusedWebPage',
  noPapers: 'importRefusedNoPapers',
  noPapersInJson: 'importRefusedNoPapersInJson',
  noPapersInTable: 'importRefusedNoPapersInTable',
  unknownBinary: 'importRefusedBinary',
  damagedArchive: 'importRefusedDamagedArchive',
  archiveTooLarge: 'importRefusedArchiveTooLarge',
  unreadable: 'importRefusedUnreadable',
} as const satisfies Record<RefusalReason, MessageKey>;

/** The same where it is known what the file is. */
const refusalsAs: Partial<Record<RefusalReason, MessageKey>> = {
  noPapers: 'importRefusedNoPapersAs',
  unknownBinary: 'importRefusedBinaryAs',
  unreadable: 'importRefusedUnreadableAs',
};

/** Why nothing of a file was read, with what was seen in it. */
export function refusalSentence(refused: {
  readonly file: string;
  readonly reason: RefusalReason;
  readonly detail?: string;
  readonly seen?: string;
}): string {
  const { file, reason, detail, seen } = refused;
  const withDetail = detail ? refusalsAs[reason] : undefined;
  const said =
    withDetail && detail
      ? text(withDetail, fileName(file), formatName(detail))
      : text(refusals[reason], fileName(file));
  const key = reason === 'noPapers' ? 'importSeenWords' : 'importSeenNames';
  return seen ? `${said} ${text(key, seen)}` : said;
}

const damages = {
  cutOff: 'importDamagedCutOff',
  unreadable: 'importDamagedUnreadable',
  tooLong: 'importDamagedTooLong',
  idCut: 'importDamagedIdCut',
  nothingKnown: 'importDamagedNothingKnown',
} as const satisfies Record<DamageReason, MessageKey>;

/** Why an entry was left out. */
export function damageSentence(reason: DamageReason, detail = ''): string {
  return text(damages[reason], detail);
}

const skips = {
  binned: 'importSkippedBinned',
  noAddress: 'importSkippedNoAddress',
  notAPaper: 'importSkippedNotAPaper',
  looseNote: 'importSkippedLooseNote',
} as const satisfies Record<SkipReason, string>;

/** Why so many entries are none of papers to be taken. */
export function skipSentence(reason: SkipReason, count: number): string {
  return counted(skips[reason], count);
}

const remarks = {
  wrongExtension: 'importRemarkWrongExtension',
  windows1252: 'importRemarkWindows1252',
  utf16: 'importRemarkUtf16',
  noEnd: 'importRemarkNoEnd',
  archiveCut: 'importRemarkArchiveCut',
  extraTooLong: 'importRemarkExtraTooLong',
  textCut: 'importRemarkTextCut',
  webPage: 'importRemarkWebPage',
} as const satisfies Record<RemarkKind, MessageKey>;

/** What is worth saying of a file, and how often. */
export function remarkSentence(remark: RemarkKind, detail: string, count: number): string {
  const said = text(remarks[remark], detail);
  return count > 1 ? text('importRemarkTimes', said, count) : said;
}

/** What a file adds to a paper, in a word. */
export const additionNames = {
  status: 'importAddStatus',
  star: 'importAddStar',
  tags: 'importAddTags',
  note: 'importAddNote',
  facts: 'importAddFacts',
  ids: 'importAddIds',
  extra: 'importAddExtra',
} as const satisfies Record<Addition, MessageKey>;

/** The same with to how many papers. */
export const additionCounts = {
  status: 'importAddsStatus',
  star: 'importAddsStar',
  tags: 'importAddsTags',
  note: 'importAddsNote',
  facts: 'importAddsFacts',
  ids: 'importAddsIds',
  extra: 'importAddsExtra',
} as const satisfies Record<Addition, MessageKey>;
