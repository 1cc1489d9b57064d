/** The donor seat and its rotation. */
export const seat = {
  title: 'Donor seat',
  intro:
    'The donors hold the seat in the order of the alphabet. A turn that has not begun can be skipped or swapped, with a reason, and a change taken back.',
  turns: 'Turns',
  donor: 'Donor',
  from: 'From',
  until: 'Until',
  now: 'holds the seat now',
  change: 'Change the order',
  kind: 'What is to change',
  kinds: {
    skip: 'Skip a turn: every later donor moves up',
    swap: 'Swap two turns',
    undo: 'Take the latest change back: choose no turn, say why',
  },
  turn: 'Turn',
  other: 'Swap with',
  otherHint: 'Only for a swap',
  turnOf: (donor: string, from: string) => `${donor}, from ${from}`,
  reason: 'Why',
  button: 'Change the order',
  history: 'What was changed',
  skipped: (donor: string, from: string) => `${donor} was skipped for the turn from ${from}`,
  swapped: (donor: string, from: string, other: string) =>
    `${donor}’s turn from ${from} was swapped with the turn from ${other}`,
  undone: (donor: string, from: string) => `The change of ${donor}’s turn from ${from} was taken back`,
  by: (name: string, moment: string) => `${name}, ${moment}`,
  done: 'The order is changed.',
}
