import type { ActionPointStatus } from '#shared/domain/action-point.ts'

const status: Record<ActionPointStatus, string> = {
  open: 'Open',
  'on-track': 'On track',
  delayed: 'Delayed',
  done: 'Done',
  cancelled: 'Cancelled',
}

/** Action points: the list, a point, and the follow-up in a report. */
export const actions = {
  title: 'Action points',
  intro: 'What the meetings agreed on. Each is followed up in every round until it is done or cancelled.',
  none: 'Nothing is open.',
  pointNumber: (number: number) => `Action point ${number}`,
  add: 'Add an action point',
  addButton: 'Add the action point',
  group: 'Group',
  text: 'What is to be done',
  owner: 'Who answers for it',
  ownerHint: 'The e-mail address of a contact, so that reminders reach them; or a name',
  due: 'Due',
  status,
  statusLabel: 'How it stands',
  note: 'Note',
  noteHint: 'Needed when it is delayed or cancelled',
  overdue: 'Overdue',
  ownerAndDue: (owner: string, due: string) => `${owner}, due ${due}`,
  closed: 'Done or cancelled',
  update: 'Update',
  updateButton: 'Save the action point',
  history: 'History',
  version: 'Version',
  changedAt: 'When',
  changedBy: 'Who',
  added: 'The action point is added.',
  saved: 'The action point is saved.',
  concerning: 'Your action points',
  all: 'All action points',
  followUp: 'Action points',
  followUpHint: 'Say how each stands',
  followUpIntro: 'How does each open action point of your group stand? It is filled in with what was said last.',
}
