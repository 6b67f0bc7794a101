/**
 * Does some work in one transaction.
 * @returns What the work gives, when the transaction is complete.
 * @throws What the work throws, or why the transaction was ended.
 */
export async function whole<Result>(
  transaction: { readonly done: Promise<void> },
  work: () => Promise<Result>,
): Promise<Result> {
  const [result] = await Promise.all([Promise.resolve().then(work), transaction.done]);
  return result;
}
