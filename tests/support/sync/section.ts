import { openOptions } from '../pages';
import type { Reader } from '../reader';

/** The options page, with the form on where the devices meet. */
export async function openForm(): Promise<Reader> {
  const { reader } = await openOptions();
  await reader.press('Set up sync …');
  return reader;
}

/**
 * Begins a list in a storage that was tried.
 * @returns The code that was shown.
 */
export async function begin(reader: Reader): Promise<string> {
  await reader.press('Begin with the list that is here');
  await reader.press('I have kept the code', undefined, 'checkbox');
  const code = reader.words('output.code');
  await reader.press('Start');
  await reader.sees('Last synced');
  return code;
}
