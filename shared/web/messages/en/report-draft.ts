/** What a page says while it saves by itself, and of texts that it could not send yet. */
export const reportDraft = {
  willSave: 'What you type is saved by itself.',
  waiting: 'Not sent yet: there is no connection. Your text is kept in this browser and sent when the line is back.',
  restored: 'Text that had not been sent is back in the form below.',
  signedOut: 'Not saved: your session has ended. Your text is kept in this browser: sign in again in another tab.',
  refused: 'Not saved: press Save to see why. Your text stays in the form.',
  cut: 'Not sent: there is no connection. Your text is kept in this browser: send it when the line is back.',
  notSaved: (why: string) => `Not saved: ${why}`,
  conflict: 'Not saved: somebody else changed this page. Look at the top, then press Save.',
  conflictOwn: 'Not saved: you saved this page in another window. Look at the top, then press Save.',
  unsent: 'Some of your text was not sent yet. The report cannot be submitted before it is sent or thrown away.',
  unsendable: 'Some of your text was not sent, and the report takes no more. Copy what you need, then throw it away.',
  unsentOn: (title: string) => `Text you typed on “${title}” was not sent yet`,
  openToSend: 'open it to send it',
  typed: 'What you typed',
  throwAway: 'Throw it away',
  signOutAnyway: 'Some of the text you typed could not be sent. It will be lost. Sign out all the same?',
}
