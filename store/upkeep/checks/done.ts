import { sizeOf } from '../../actions/recording';
import { type Check, differing, disagreement, nextAfter, pageSize } from '../check';

/** Each step is an action's, and an action has as many papers as its steps. One action a part. */
export const actions: Check = {
  async find(transaction, after) {
    const [store, steps] = [transaction.objectStore('actions'), transaction.objectStore('steps')];
    const above = Number(after);
    const numbers = await Promise.all([
      store.getKey(IDBKeyRange.lowerBound(above, true)),
      steps.getKey(IDBKeyRange.lowerBound([above, []], true)).then((key) => key?.[0]),
    ]);
    const id = Math.min(...numbers.flatMap((number) => number ?? []));
    if (!Number.isFinite(id)) return { found: [] };
    const [action, keys] = await Promise.all([
      store.get(id),
      steps.getAllKeys(IDBKeyRange.bound([id], [id, []])),
    ]);
    let papers = action?.before?.length ?? 0;
    for (const key of action ? keys : []) {
      const step = await steps.get(key);
      if (step) papers += sizeOf(step);
    }
    const found = action
      ? disagreement(`action ${id}`, differing(`papers of action ${id}`, action.done, papers), () =>
          store.put({ ...action, done: papers }),
        )
      : keys.flatMap((key) => {
          const about = `step ${key.join(' ')}`;
          return disagreement(about, [`${about} has no action`], () => steps.delete(key));
        });
    return { found, next: String(id) };
  },
};

/** Decisions are numbered without overlapping, and each row says as much of all its papers. Only told. */
export const decisions: Check = {
  async find(transaction, after) {
    const range = IDBKeyRange.lowerBound(Number(after), true);
    const page = await transaction.objectStore('decisions').getAll(range, pageSize);
    const found = page.flatMap(({ last, ids, upvotes, undone = [] }, at) => {
      const about = `decisions up to ${last}`;
      const [before, first] = [page[at - 1]?.last ?? Number(after), last - ids.length];
      const known = undone.filter((id) => ids.includes(id));
      const [is, should] = [
        [first, upvotes.length, undone],
        [Math.max(before, first), ids.length, known],
      ];
      return disagreement(about, differing(`${about}: first, upvotes, undone`, is, should));
    });
    return { found, next: nextAfter(page.map(({ last }) => last)) };
  },
};
