/** `data.movements.0.usd: is not an amount` → `movement 1, usd: is not an amount`: the sender's own names, counted as people count. */
const reasonInWords = (reason: string): string =>
  reason
    .replace(/^data\./, '')
    .replace(/^movements\.(\d+)\.?/, (_, index: string) => `movement ${Number(index) + 1}, `)
    .replace(/^pillars\.(\d+)\.?/, (_, index: string) => `pillar ${Number(index) + 1}, `)
    .replace(/, :/, ':')

/** Events from other systems. */
export const intake = {
  title: 'Events from other systems',
  intro:
    'What another system sent is taken in when it is complete and clear; what is refused waits here until somebody has dealt with it.',
  waiting: 'Refused',
  none: 'Nothing is waiting.',
  others: 'Latest taken in or dealt with',
  nothingReceived: 'Nothing has been received yet.',
  what: 'What',
  source: 'From',
  received: 'Received',
  outcome: 'Outcome',
  recorded: 'Taken in',
  refused: 'Refused',
  settled: 'Refused, dealt with',
  oneTitle: (type: string) => `Refused: ${type}`,
  oneCaption: (source: string, day: string) => `From ${source}, ${day}`,
  takenInTitle: (type: string) => `Taken in: ${type}`,
  eventId: 'Its number at the sender',
  noEventId: 'None',
  reasons: 'Why it was refused',
  reasonInWords,
  original: 'As it was received',
  originalNote: 'The sender may mend it and send it again under the same number.',
  deal: 'Dealt with',
  dealIntro: 'Say what was done about it, such as whom you told. It leaves the desk and stays on record.',
  note: 'What was done about it',
  dealButton: 'Mark as dealt with',
  dealtWith: 'The event is marked as dealt with.',
  dealtWithBy: (name: string, at: string) => `Dealt with by ${name}, ${at}`,
}
