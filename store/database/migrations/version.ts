/** The version of the newest migration, for who opens a database that needs none of them. */
export const newestVersion = 13;
