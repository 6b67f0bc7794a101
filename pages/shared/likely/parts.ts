// What is drawn of how likely papers are: loaded when the first one is, or a paper is opened.
import '../../../assets/likely.css';

export { LikelyMark } from '../../../components/paper/likely-mark';
export { LikelyExplanation } from './explanation';
export { NewOrder } from './new-order';
