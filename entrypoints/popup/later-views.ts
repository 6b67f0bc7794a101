// Views that the first paint of the list does not need.
import '../../assets/opened.css';
import '../../assets/rich.css';

export { FailureBar, PageBar, UndoBar } from '../../components/bars';
export { OpenedPaper } from '../../components/opened-paper';
export { ProblemBanner } from '../../components/problem-banner';
export { SearchHints } from '../../components/search-hints';
