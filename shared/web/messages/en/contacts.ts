import type { RoleName } from '#shared/domain/contact.ts'

const roles: Record<RoleName, string> = {
  chair: 'Chair',
  alternate: 'Alternate',
  member: 'Member',
  'co-chair': 'Co-chair',
  'donor-focal-point': 'Donor focal point',
  secretariat: 'Secretariat',
}

export const contacts = {
  title: 'Contacts',
  none: 'No contact is recorded yet.',
  name: 'Name',
  email: 'E-mail address',
  organisation: 'Organisation',
  language: 'Language of the pages',
  rolesOf: 'Roles',
  roles,
  roleIn: (role: string, group: string) => `${role}, ${group}`,
  since: (role: string, from: string, until: string | undefined) =>
    `${role} (from ${from}${until ? ` until ${until}` : ''})`,
  workingGroup: 'Working group',
  donorGroup: (donor: string) => `Donor: ${donor}`,
  suspended: 'No mail: the address failed',
  add: 'Add a contact',
  addButton: 'Add the contact',
  role: 'Role',
  group: 'Group',
  seat: 'Seat',
  seatHint: 'Only for co-chairs',
  noSeat: 'No seat',
  done: 'The contact is added.',
  saved: 'The contact is saved.',
  emailHint: 'With another address the person signs in anew',
  liftIntro: 'A mail came back, or its reader complained. Mend the address above, or send mail to it again.',
  lift: 'Send mail again',
  endRole: 'End this role',
  signIns: 'Sign-ins',
  endSessionsIntro:
    'Signs the person out everywhere, for example when a laptop is lost. They can sign in again by mail.',
  endSessions: 'End all sessions',
}
