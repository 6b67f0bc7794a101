import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { OpenedPaper } from '../../../components/paper/opened-paper';
import { RuleMenu } from '../../../components/rules/rule-menu';
import { libraryAddress } from '../../../lib/library-address';
import type { PaperRecord } from '../../../papers/record';
import { Cite } from '../../shared/export/citing';
import { FillingSlot } from '../../shared/filling/slot';
import type { Likely } from '../../shared/likely/likely';
import type { PopupCommands } from '../paper-commands';
import type { PopupRules } from '../rules/rules';
import type { PopupService } from '../service';
import type { Opened as OpenedData } from '../state';
import { LikelyExplanationHere } from './remarks';
import type { Row } from './row-refs';

/** The opened part of a row. */
export function Opened(props: {
  readonly service: PopupService;
  readonly papers: PopupCommands;
  readonly rules: PopupRules;
  readonly likely: Likely;
  readonly row: Row;
  readonly paper: PaperRecord;
  /** What it has beyond its row; absent while it is not read. */
  readonly opened: Partial<Omit<OpenedData, 'id'>> | undefined;
}): JSX.Element | null {
  const { service, papers, rules, row, paper, opened } = props;
  const isDrawn = opened !== undefined;
  useLayoutEffect(() => {
    if (!isDrawn) return;
    row.isOpened.value = true;
    return () => {
      row.isOpened.value = false;
    };
  }, [row, isDrawn]);
  if (!opened) return null;
  return (
    <OpenedPaper
      paper={paper}
      controls={row}
      details={opened.details}
      note={opened.note}
      knownTags={service.state.tags.value}
      onTags={(change) => papers.changeTags(paper.id, change)}
      onNote={(words, base) => papers.saveNote(paper.id, words, base)}
      onStatus={(to) => void papers.setStatus(paper, to)}
      onRemove={() => void papers.decide(paper, 'deleted')}
      onChange={(change) => void papers.change(paper, change)}
      onVisit={() => void papers.visited(paper.id)}
      likely={<LikelyExplanationHere {...props} />}
      filling={<FillingSlot paper={paper} />}
      rules={
        <>
          <Cite page={papers} ids={[paper.id]} onExport={() => papers.export(paper)} />
          <RuleMenu
            handle={row.rules}
            paper={paper}
            details={opened.details}
            rules={rules.rules.value}
            address={libraryAddress({ view: 'rules' })}
            onMake={(draft) => void rules.commands.make(draft)}
            onDelete={(rule) => void rules.commands.delete(rule)}
          />
        </>
      }
    />
  );
}
