/**
 * Words that say nothing of what a paper is about: the plain words of English, and those that every abstract
 * has. No term begins with one, and none goes across one.
 */
export const commonWords: readonly string[] = (
  'a about above across after again all also although among an and any are as at based be because been before ' +
  'being between both but by can could do does due during each either enable enables even existing for from ' +
  'further furthermore had has have how however if in into is it its many may method methods moreover more most ' +
  'much must new no nor not novel of often on one only or other our out over own paper per present presents ' +
  'propose proposed proposes recent recently remain remains result results same several should show showing shows ' +
  'significant significantly since so some specifically still such than that the their them then there thereby ' +
  'these they this those through thus to toward towards two under until up upon us use used uses using various ' +
  'very via was we well were what when where whether which while who whose why will with within without work yet'
).split(' ');
