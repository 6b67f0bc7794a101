// Views that the first paint of the list does not need.
export { OpenedPaper } from '../../components/opened-paper';
export { ProblemBanner } from '../../components/problem-banner';
