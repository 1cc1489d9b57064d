/** What a page says while it saves by itself. `{time}` is put in by the browser. */
export const reportDraft = {
  willSave: 'What you type is saved by itself.',
  waiting: 'Not sent yet: there is no connection. Your text is kept in this browser and sent when the line is back.',
  restored: 'Text that had not been sent is back in the form below.',
  signedOut: 'Not saved: your session has ended. Your text is kept in this browser: sign in again in another tab.',
  refused: 'Not saved: press Save to see why. Your text stays in the form.',
  notSaved: (why: string) => `Not saved: ${why}`,
  conflict: 'Not saved: somebody else changed this page. Look at the top, then press Save.',
}
