import { shiftClock } from './shifted-clock';

const offset = Number(process.env.OFFPRINT_CLOCK_OFFSET);
if (offset !== 0) shiftClock(offset);
