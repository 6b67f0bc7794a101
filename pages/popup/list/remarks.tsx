import type { JSX } from 'preact';
import { WorkMarks } from '../../../components/paper/work-marks';
import { libraryAddress } from '../../../lib/library-address';
import type { PaperRecord } from '../../../papers/record';
import type { Likely } from '../../shared/likely/likely';
import { LazyLikelyExplanation, Remarks } from '../../shared/likely/mark';
import type { PopupCommands } from '../paper-commands';
import type { PopupRules } from '../rules/rules';
import type { PopupState } from '../state';

/** What a row says of how likely its paper is, why it stands where it does, and what rules say of it. */
export function remarksIn(
  { listing }: PopupState,
  likely: Likely,
  rules: PopupRules,
): (paper: PaperRecord) => JSX.Element {
  return (paper) => (
    <>
      <WorkMarks paper={paper} />
      <Remarks
        likely={likely}
        id={paper.id}
        widens={listing.value?.widening?.has(paper.id) === true}
        reason={rules.reasonOf(paper)}
      />
    </>
  );
}

/** What the opened paper says of how likely it is, and those that are like it. */
export function LikelyExplanationHere(props: {
  readonly likely: Likely;
  readonly papers: PopupCommands;
  readonly paper: PaperRecord;
}): JSX.Element {
  const { likely, papers, paper } = props;
  return (
    <LazyLikelyExplanation
      likely={likely}
      paper={paper}
      guard={papers.guard}
      addressOf={(id) => libraryAddress({ paper: id })}
      onLess={(one) => void papers.decide(one, 'less')}
      onSave={(one) => papers.decide(one, 'saved')}
    />
  );
}
