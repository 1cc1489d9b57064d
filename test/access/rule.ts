import { PEOPLE, VISITORS, type Visitor } from './visitors.ts'

const EVERYONE = VISITORS
const SIGNED_IN: readonly Visitor[] = PEOPLE
const IN_OFFICE = PEOPLE.filter((person) => !/yesterday|tomorrow/.test(person))
const SECRETARIAT: readonly Visitor[] = ['secretariat']
/** The chair, the alternate, and the secretariat on their behalf. */
const REPORTERS: readonly Visitor[] = ['chair of this TWG', 'alternate of this TWG', 'secretariat']
/** The focal point of the donor that the matrix speaks of, and the secretariat. */
const RECORDERS: readonly Visitor[] = ['donor focal point', 'secretariat']

/** Who may do what: the domain's rule, one line a route. A route without a line fails the test. */
export const RULE: Readonly<Record<string, readonly Visitor[]>> = {
  'GET /assets/:name': EVERYONE,
  'GET /forms/:file': EVERYONE,
  'GET /schemas/:name': EVERYONE,
  'GET /sign-in': EVERYONE,
  'POST /sign-in': EVERYONE,
  'GET /sign-in/code': EVERYONE,
  'POST /sign-in/code': EVERYONE,
  'GET /sign-in/link/:token': EVERYONE,
  'POST /sign-in/link/:token': EVERYONE,
  'POST /sign-out': EVERYONE,

  // one's own desk, which is empty without a role, and one's own sessions
  'GET /': SIGNED_IN,
  'GET /signed-in': SIGNED_IN,
  'GET /sessions': SIGNED_IN,
  'POST /sessions/end': SIGNED_IN,
  'POST /sessions/end-others': SIGNED_IN,

  // a report belongs to its TWG; the addresses of its submission and its comments only lead back to the check page
  'GET /reports/:round/:twg/submit': SIGNED_IN,
  'GET /reports/:round/:twg/comments': SIGNED_IN,
  'GET /reports/:round/:twg': REPORTERS,
  'GET /reports/:round/:twg/:section': REPORTERS,
  'POST /reports/:round/:twg/:section': REPORTERS,
  'GET /reports/:round/:twg/rows/:row': REPORTERS,
  'POST /reports/:round/:twg/rows/:row': REPORTERS,
  'GET /reports/:round/:twg/rows/:row/remove': REPORTERS,
  'POST /reports/:round/:twg/rows/:row/remove': REPORTERS,
  'GET /reports/:round/:twg/actions': REPORTERS,
  'POST /reports/:round/:twg/actions': REPORTERS,
  'GET /reports/:round/:twg/nil': REPORTERS,
  'POST /reports/:round/:twg/nil': REPORTERS,
  'GET /reports/:round/:twg/check': REPORTERS,
  'POST /reports/:round/:twg/submit': REPORTERS,
  'POST /reports/:round/:twg/comments': REPORTERS,
  'GET /reports/:round/:twg/receipt/:version': REPORTERS,
  'GET /reports/:round/:twg/table': REPORTERS,
  'POST /reports/:round/:twg/table': REPORTERS,
  'GET /reports/:round/:twg/table/template.csv': REPORTERS,
  'POST /reports/:round/:twg/rows/copy': REPORTERS,
  'GET /reports/:round/:twg/versions': REPORTERS,
  'GET /reports/:round/:twg/amend': REPORTERS,
  'POST /reports/:round/:twg/amend': REPORTERS,
  'GET /reports/:round/:twg/discard': REPORTERS,
  'POST /reports/:round/:twg/discard': REPORTERS,
  'GET /reports/:round/:twg/withdraw': REPORTERS,
  'POST /reports/:round/:twg/withdraw': REPORTERS,

  // the verdict on a report, and more time for it, are the secretariat's
  'GET /reports/:round/:twg/return': SECRETARIAT,
  'POST /reports/:round/:twg/return': SECRETARIAT,
  'POST /reports/:round/:twg/accept': SECRETARIAT,
  'GET /reports/:round/:twg/extension': SECRETARIAT,
  'POST /reports/:round/:twg/extension': SECRETARIAT,

  // what was agreed is for everyone in office; who reports follows it up; the secretariat records it
  'GET /actions': IN_OFFICE,
  'GET /actions/new': SECRETARIAT,
  'POST /actions/new': SECRETARIAT,
  'GET /actions/:id': REPORTERS,
  'POST /actions/:id': REPORTERS,

  'GET /meetings': IN_OFFICE,
  'GET /meetings/:id': IN_OFFICE,
  'GET /meetings/new': SECRETARIAT,
  'POST /meetings/new': SECRETARIAT,
  'POST /meetings/:id': SECRETARIAT,
  'GET /meetings/:id/cancel': SECRETARIAT,
  'POST /meetings/:id/cancel': SECRETARIAT,
  'GET /meetings/:id/minutes': REPORTERS,
  'POST /meetings/:id/minutes': REPORTERS,

  // the calendar of a year with one's private address, the plan of what will be sent, and the rotation of the donor seat
  'GET /calendar.ics': EVERYONE,
  'GET /feeds/:token': EVERYONE,
  'GET /calendar': IN_OFFICE,
  'POST /calendar/feed': IN_OFFICE,
  'POST /calendar/feed/end': SIGNED_IN,
  'GET /calendar/plan': SECRETARIAT,
  'GET /calendar/seat': IN_OFFICE,
  'POST /calendar/seat': SECRETARIAT,

  'GET /briefs': SIGNED_IN,
  'GET /briefs/:key': IN_OFFICE,
  'GET /briefs/pdf/:version/:key': IN_OFFICE,
  'GET /briefs/version/:version/:key': IN_OFFICE,
  'GET /briefs/behind/:version/:twg/:indicator/:column/:key': IN_OFFICE,
  'POST /briefs/release/:key': SECRETARIAT,
  'POST /briefs/again/:mail/:key': SECRETARIAT,
  'POST /briefs/newcomer/:contact/:key': SECRETARIAT,

  // the ledger is read by everyone in office, recorded and explained by who speaks for the donor, confirmed by its focal point alone
  'GET /funding': IN_OFFICE,
  'GET /funding/ledger': IN_OFFICE,
  'GET /funding/export/:file': IN_OFFICE,
  'GET /funding/donors/:donor': IN_OFFICE,
  'POST /funding/donors/:donor/confirm': ['donor focal point'],
  'GET /funding/contributions/new': RECORDERS,
  'POST /funding/contributions/new': RECORDERS,
  'GET /funding/contributions/:id': IN_OFFICE,
  'GET /funding/contributions/:id/correct': RECORDERS,
  'POST /funding/contributions/:id/correct': RECORDERS,
  'GET /funding/contributions/:id/withdraw': RECORDERS,
  'POST /funding/contributions/:id/withdraw': RECORDERS,
  'GET /funding/reconciliation/:year/:first/:second': IN_OFFICE,
  'POST /funding/reconciliation/:year/:first/:second': RECORDERS,

  // files are the secretariat's; their empty template holds nothing
  'GET /funding/imports': SECRETARIAT,
  'POST /funding/imports': SECRETARIAT,
  'GET /funding/imports/template.csv': SIGNED_IN,
  'GET /funding/imports/:id': SECRETARIAT,
  'POST /funding/imports/:id/record': SECRETARIAT,

  // what other systems sent
  'GET /intake': SECRETARIAT,
  'GET /intake/:id': SECRETARIAT,
  'POST /intake/:id': SECRETARIAT,

  'GET /contacts': SECRETARIAT,
  'GET /contacts/new': SECRETARIAT,
  'POST /contacts/new': SECRETARIAT,
  'GET /contacts/:id': SECRETARIAT,
  'POST /contacts/:id': SECRETARIAT,
  'POST /contacts/:id/end-role': SECRETARIAT,
  'POST /contacts/:id/lift-suspension': SECRETARIAT,
  'POST /contacts/:id/end-sessions': SECRETARIAT,
}
