/**
 * How far the clocks of a run are ahead of the machine's, in ms, by OFFPRINT_NOW; 0 without it.
 * Asked once for a whole run, so that its processes and browsers agree.
 * @throws When OFFPRINT_NOW is no moment.
 */
export function clockOffset(): number {
  const wanted = process.env.OFFPRINT_NOW;
  if (!wanted) return 0;
  const at = Date.parse(wanted);
  if (Number.isNaN(at))
    throw new Error(`OFFPRINT_NOW is no moment such as 2028-02-29T12:00:00Z: ${wanted}`);
  return at - Date.now();
}
