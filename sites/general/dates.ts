import { publishedOn } from '../../imports/parts/dates';

/**
 * A date as pages' metadata write it, as ISO 8601 as far as it is known: `2021/6`, `2010-05-05T00:00:00Z`,
 * `May 24, 2019`, `24 Apr 2013`, `2015 Mar 12`, `2008 January`.
 * @returns `undefined` where no year is in it.
 */
export function publishedIn(text: string | undefined): string | undefined {
  const plain = text?.slice(0, 100).trim() ?? '';
  const [, year, month, day] =
    /^(\d{4})(?:[-/.](\d{1,2})(?!\d)(?:[-/.](\d{1,2})(?!\d))?)?/.exec(plain) ?? [];
  if (month) return publishedOn(year, month, day);
  const [named] = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*/iu.exec(plain) ?? [];
  const whole = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/.exec(plain)?.[0];
  const ofMonth = named && /(?<!\d)\d{1,2}(?!\d)/.exec(plain)?.[0];
  return publishedOn(whole, named, ofMonth);
}
