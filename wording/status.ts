/** The word for each status. */
export const statusNames = {
  unread: 'statusUnread',
  reading: 'statusReading',
  read: 'statusRead',
} as const;
