/** Where one is signed in. */
export const sessions = {
  title: 'Where you are signed in',
  intro: 'Each sign-in lasts twelve hours. End what you do not know, or what runs on a device that you no longer have.',
  since: 'Signed in',
  until: 'Ends by itself',
  current: 'This browser',
  end: 'End it',
  endOthers: 'End all others',
  ended: 'It has ended.',
}
