import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { folders, root } from '../support/sources';

/** A screen, with the heading above it. */
const mostLines = 40;

/** The map of the house: each line a room, or more of the room above it. */
const map =
  /## Folders\n+```\n(.*?)```/s.exec(readFileSync(join(root, 'docs/design.md'), 'utf8'))?.[1] ?? '';

/** The rooms that the map has, and the folders it names in each. */
function rooms(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let room = '';
  for (const line of map.split('\n')) {
    const named = [...line.matchAll(/(?<![\w/])([\w-]+(?:\/[\w-]+)*)\//g)].map(
      ([, path = '']) => path,
    );
    if (/^\w/.test(line)) room = named.shift() ?? '';
    found.set(room, [...(found.get(room) ?? []), ...named]);
  }
  return found;
}

it('draws a map of the house that fits on a screen', () => {
  expect(map.split('\n').length).toBeLessThan(mostLines);
});

it('has every folder of the house on its map, and none that is not there', () => {
  const drawn = rooms();
  const isThere = (path: string) => existsSync(join(root, path));
  const gone = [...drawn].flatMap(([room, inside]) =>
    [room, ...inside.map((path) => (isThere(path) ? path : join(room, path)))].filter(
      (path) => path && !isThere(path),
    ),
  );
  expect(gone).toEqual([]);
  const top = new Set([...drawn.keys()].map((room) => (room.includes('/') ? dirname(room) : room)));
  expect(folders.filter((folder) => !drawn.has(folder) && !map.includes(`${folder}/`))).toEqual([]);
  expect(top.size).toBeGreaterThan(10);
});

it('names on its map every folder of the rooms where one looks first', () => {
  const missing = ['pages', 'content', 'background', 'components', 'store'].flatMap((room) =>
    readdirSync(join(root, room), { withFileTypes: true })
      .filter(
        (entry) =>
          entry.isDirectory() &&
          readdirSync(join(root, room, entry.name)).length > 0 &&
          !map.includes(`${entry.name}/`),
      )
      .map(({ name }) => `${room}/${name}`),
  );
  expect(missing).toEqual([]);
});
