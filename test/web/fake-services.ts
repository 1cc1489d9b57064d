import { type ActionPoint, opened } from '#shared/domain/action-point.ts'
import type { SwgBrief } from '#shared/domain/briefs/model.ts'
import { figureAtPlace } from '#shared/domain/briefs/trace.ts'
import { type Meeting, swgMeetings, twgMeeting } from '#shared/domain/calendar/meeting.ts'
import { roundOf } from '#shared/domain/calendar/round.ts'
import type { Actor, Role } from '#shared/domain/contact.ts'
import { readLateReason } from '#shared/domain/forms/answers.ts'
import { formOf } from '#shared/domain/forms/index.ts'
import { answeredBy, readDraft, uncommented } from '#shared/domain/forms/read-draft.ts'
import type { DiscardedDraft, Draft, TwgReport } from '#shared/domain/report.ts'
import { UserError } from '#shared/domain/user-error.ts'
import { say } from '#shared/domain/words/say.ts'
import { laoUxo } from '#shared/sector/lao-uxo.ts'
import { readMeetingFields } from '#shared/usecases/meetings/meeting-fields.ts'
import type { DraftPart, ListedIntake, MeetingSheet, ReportSheet, Services } from '#shared/web/services.ts'
import { briefOf, swgModel, twgModel } from '../fixtures/briefs.ts'
import { completeDraft } from '../fixtures/survey-clearance.ts'
import { surveyReport, surveyRow } from '../fixtures/survey-report.ts'
import { fakeCalendar } from './fake-calendar.ts'
import { fakeLedger } from './fake-ledger.ts'

const ROUND = '2026-Q1'
/** 10:42 in Vientiane on 10 April 2026: the round is open. */
export const OPEN = '2026-04-10T03:42:00.000Z'

const role = (group: string, name: Role['role']): Role => ({ group, role: name, from: '2024-01-01' })
const person = (id: string, name: string, roles: readonly Role[]): Actor => ({
  contact: { id, name, email: `${id}@example.org`, organisation: 'NRA', language: 'en', mailSuspended: false },
  roles,
})
export const chair = person('khamla', 'Khamla Phommachanh', [role('survey-clearance', 'chair')])
export const focalPoint = person('aoife', 'Aoife Brennan', [role('donor:ireland', 'donor-focal-point')])
export const secretariat = person('noy', 'Noy Sisouk', [role('swg', 'secretariat')])

/** An open action point of the survey and clearance TWG. */
export const actionPoint = (own: Partial<Pick<ActionPoint, 'id' | 'text' | 'due'>> = {}): ActionPoint =>
  opened(
    {
      id: 'a1b2c3',
      group: 'survey-clearance',
      text: 'Agree on one prioritisation list',
      owner: { name: 'NRA' },
      due: '2026-05-29',
      ...own,
    },
    '2026-02-10T03:00:00.000Z',
    'Noy Sisouk',
  )

/** An event that was refused, late in the evening of 2 March in UTC: 3 March in Vientiane. */
export const refusedIntake = {
  id: '0123456789abcdef0123456789abcdef',
  intake: {
    source: 'odamis',
    type: 'ContributionRecorded',
    receivedAt: '2026-03-02T20:00:00.000Z',
    outcome: 'rejected' as const,
    reasons: [
      'data.donor: Holds no letter or digit',
      'data.movements.0.usd: “-1” is not an amount in USD: it is negative',
      'data.movements.1.usdRate.date: Enter a day such as 2026-03-31 or 31 March 2026',
      'id: Is empty',
    ],
    detail: '{"id":"C-2026-17","data":{"donor":"<b>","movements":[{"usd":"-1"}]}}',
  },
}

/** What a test prepares and looks at. */
export interface FakeState {
  actor: Actor | undefined
  draft: Draft | undefined
  draftVersion: number
  current: TwgReport | undefined
  previous: TwgReport | undefined
  /** Those before the current one, newest first. */
  versions: TwgReport[]
  discarded: DiscardedDraft[]
  phase: ReportSheet['phase']
  meetings: Meeting[]
  minutes: MeetingSheet['minutes']
  /** Since when there is a private address. */
  feedSince: string | undefined
  /** Of the survey and clearance TWG. */
  actionPoints: readonly ActionPoint[]
  /** What was said about the refused event. */
  dealtWith: ListedIntake['dealtWith']
  /** What stands in the brief of the working group. */
  swgBrief: SwgBrief
  /** Every call that changes something, in order. */
  readonly calls: { readonly name: string; readonly command: unknown }[]
  /** Thrown by the next changing call, once. */
  refusal: Error | undefined
}

const EMPTY: Draft = { header: {}, narrative: {}, rows: [], comments: {}, savedAt: OPEN, savedBy: '' }

const withPart = (draft: Draft, part: DraftPart): Draft => {
  if (part.section === 'rows') return { ...draft, rows: [...part.values] }
  if (part.section === 'row-removal') return { ...draft, rows: draft.rows.toSpliced(part.index, 1) }
  if (part.section === 'row') {
    return {
      ...draft,
      rows: part.index === 'new' ? [...draft.rows, part.values] : draft.rows.with(part.index, part.values),
    }
  }
  if (part.section !== 'nil') return { ...draft, [part.section]: part.values }
  const { nil: _, ...rest } = draft
  return part.values ? { ...rest, nil: part.values } : rest
}

/** The use cases as the pages see them, in memory; problems come from the real form. */
export const fakeServices = (own: Partial<FakeState> = {}): { services: Services; state: FakeState } => {
  const state: FakeState = {
    actor: chair,
    draft: completeDraft(),
    draftVersion: 3,
    current: undefined,
    previous: surveyReport([surveyRow('09', 'UXO Lao')]),
    versions: [],
    discarded: [],
    phase: 'open',
    meetings: [...laoUxo.twgs.map((twg) => twgMeeting(ROUND, twg, laoUxo)), ...swgMeetings(2026, laoUxo)],
    minutes: undefined,
    feedSince: undefined,
    actionPoints: [],
    dealtWith: undefined,
    swgBrief: swgModel,
    calls: [],
    refusal: undefined,
    ...own,
  }
  const called = (name: string, command: unknown) => {
    state.calls.push({ name, command })
    const { refusal } = state
    state.refusal = undefined
    if (refusal) throw refusal
  }
  const dates = roundOf(ROUND, laoUxo)
  const sheet = (round: string, twg: string): ReportSheet => {
    const form = formOf(twg)
    if (!form || round !== ROUND) throw new UserError('not-found', say`There is no such report`)
    if (!state.actor?.roles.some(({ group }) => group === twg || group === 'swg'))
      throw new UserError('forbidden', say`Not yours`)
    const { draft, draftVersion, current, previous, phase, actionPoints } = state
    const earlier = [previous]
    const problems = draft
      ? readDraft(form, draft, { round: dates, sector: laoUxo, earlier, actionPoints }).problems
      : []
    const twgName = laoUxo.twgs.find(({ id }) => id === twg)?.name ?? ''
    return {
      round,
      twg,
      twgName,
      dates,
      phase,
      late: phase === 'late',
      form,
      draft,
      draftVersion,
      current,
      previous,
      earlier,
      actionPoints,
      problems,
    }
  }
  const findMeeting = (id: string): Meeting => {
    const meeting = state.meetings.find((candidate) => candidate.id === id)
    if (!meeting) throw new UserError('not-found', say`There is no such meeting`)
    return meeting
  }
  const findActionPoint = (id: string): ActionPoint => {
    const point = state.actionPoints.find((candidate) => candidate.id === id)
    if (!point) throw new UserError('not-found', say`There is no such action point`)
    return point
  }
  const replaceMeeting = (meeting: Meeting) => {
    state.meetings = state.meetings.map((one) => (one.id === meeting.id ? meeting : one))
    return meeting
  }
  const judged = (status: 'returned' | 'accepted', { contact }: Actor, comment?: string): TwgReport => {
    if (!state.current) throw new UserError('not-found', say`Nothing was submitted`)
    const by = { contact: contact.id, name: contact.name }
    state.current = { ...state.current, status, verdict: { by, at: OPEN, ...(comment ? { comment } : {}) } }
    return state.current
  }
  const onlySecretariat = (actor: Actor) => {
    if (!actor.roles.some((one) => one.role === 'secretariat'))
      throw new UserError('forbidden', say`Only the secretariat keeps the contacts`)
  }
  const briefs = { [twgModel.key]: briefOf(twgModel), [swgModel.key]: briefOf(state.swgBrief, 0) }

  const services: Services = {
    ...fakeLedger(called),
    requestSignIn: async (request) => {
      called('requestSignIn', request)
      return { challenge: 'the-challenge' }
    },
    completeSignIn: async (proof) => {
      called('completeSignIn', proof)
      const right = 'token' in proof ? proof.token === 'good-token' : proof.code === '123456'
      if (!right) throw new UserError('sign-in-refused', say`This code or link is wrong`, 'code')
      return { session: 'khamla.secret' }
    },
    actorOf: async (session) => (session === 'khamla.secret' ? state.actor : undefined),
    signOut: async (session) => called('signOut', session),
    listSessions: async () => [
      { id: 'this', since: OPEN, expires: OPEN, current: true },
      { id: 'other', since: OPEN, expires: OPEN, current: false },
    ],
    endSession: async (id) => called('endSession', id),
    endOtherSessions: async (_, session) => called('endOtherSessions', session),

    readDesk: async () => ({
      rounds: [
        {
          round: dates,
          phase: state.phase,
          reports: laoUxo.twgs.map(({ id, name }, index) => ({
            round: ROUND,
            twg: id,
            twgName: name,
            standing: (['awaited', 'on-time', 'late', 'nil', 'missing'] as const)[index] ?? 'awaited',
            mayReport: index === 0,
            hasDraft: index === 0,
            version: index === 0 ? 0 : 1,
            status: index === 0 ? undefined : ('submitted' as const),
            extended: index === 4 ? { ...dates, due: '2026-05-04' } : undefined,
          })),
        },
      ],
      meetings: state.meetings,
      briefs: Object.values(briefs),
      actionPoints: state.actionPoints,
      tasks: [{ text: say`Confirm the meeting of the working group`, path: '/meetings' }],
    }),
    readReportSheet: async ({ round, twg }) => sheet(round, twg),
    saveDraftPart: async ({ round, twg, part, expectedVersion }, actor, now) => {
      called('saveDraftPart', part)
      if (expectedVersion !== state.draftVersion) throw new UserError('draft-changed', say`Someone else saved`)
      const answered =
        part.section === 'comments'
          ? { answered: answeredBy(sheet(round, twg).problems, part.values, state.draft?.answered, part.written) }
          : {}
      state.draft = {
        ...withPart(state.draft ?? EMPTY, part),
        ...answered,
        savedAt: now,
        savedBy: actor.contact.name,
      }
      state.draftVersion += 1
      return sheet(round, twg)
    },
    submitTwgReport: async (command, actor, now) => {
      called('submitTwgReport', command)
      if (state.current) throw new UserError('already-submitted', say`This report was submitted already`)
      const { draft, problems } = sheet(command.round, command.twg)
      if (command.draftVersion !== state.draftVersion) throw new UserError('draft-changed', say`Someone else saved`)
      const answered = draft && uncommented(problems, draft).length === 0
      if (!answered || problems.some(({ level }) => level === 'block'))
        throw new UserError('incomplete', say`Mend the problems listed`)
      if (state.phase === 'late' && 'mistake' in readLateReason(command.lateReason)) {
        throw new UserError('late-reason', say`Not so`, 'lateReason')
      }
      const { submittedBy, ...report } = surveyReport([surveyRow('09', 'UXO Lao')])
      const submitted = { ...report, submittedAt: now, submittedBy: { ...submittedBy, name: actor.contact.name } }
      state.current = submitted
      state.draft = undefined
      state.draftVersion = 0
      return submitted
    },
    returnTwgReport: async (command, actor) => {
      onlySecretariat(actor)
      called('returnTwgReport', command)
      return judged('returned', actor, command.comment)
    },
    acceptTwgReport: async (command, actor) => {
      onlySecretariat(actor)
      called('acceptTwgReport', command)
      return judged('accepted', actor)
    },
    amendTwgReport: async (command) => called('amendTwgReport', command),
    grantExtension: async (command, actor) => {
      onlySecretariat(actor)
      called('grantExtension', command)
      return dates
    },
    withdrawAmendment: async (command) => called('withdrawAmendment', command),
    discardDraft: async (command) => called('discardDraft', command),
    readReportHistory: async () => ({
      versions: state.current ? [state.current, ...state.versions] : [],
      discarded: state.discarded,
    }),
    readReportVersion: async ({ version }) => {
      if (!state.current || version !== state.current.version)
        throw new UserError('not-found', say`There is no such version`)
      return state.current
    },

    listActionPoints: async () => [{ group: 'survey-clearance', open: state.actionPoints, closed: [] }],
    readActionPoint: async (id) => findActionPoint(id),
    openActionPoint: async (command, actor) => {
      onlySecretariat(actor)
      called('openActionPoint', command)
      return actionPoint()
    },
    updateActionPoint: async (command) => {
      called('updateActionPoint', command)
      return findActionPoint(command.id)
    },

    listMeetings: async () => state.meetings,
    addMeeting: async ({ group, title, ...typed }, actor) => {
      onlySecretariat(actor)
      called('addMeeting', { group, title, ...typed })
      const fields = readMeetingFields(typed)
      const added: Meeting = {
        id: `${fields.day}-${group}`,
        group,
        title,
        ...fields,
        status: 'scheduled',
        minutes: 120,
        sequence: 1,
      }
      state.meetings = [...state.meetings, added]
      return added
    },
    scheduleMeeting: async ({ id, version, ...typed }, actor) => {
      onlySecretariat(actor)
      called('scheduleMeeting', { id, ...typed, version })
      const meeting = findMeeting(id)
      if (meeting.status === 'scheduled') return meeting
      const { sequence } = meeting
      return replaceMeeting({
        ...meeting,
        ...readMeetingFields(typed),
        sequence: sequence + 1,
        status: 'scheduled',
      })
    },
    cancelMeeting: async ({ id, version }, actor) => {
      onlySecretariat(actor)
      called('cancelMeeting', { id, version })
      const meeting = findMeeting(id)
      return replaceMeeting({ ...meeting, status: 'cancelled', sequence: meeting.sequence + 1 })
    },

    ...fakeCalendar(state, called),

    readBrief: async (key) => {
      const brief = Object.hasOwn(briefs, key) ? briefs[key] : undefined
      if (!brief) throw new UserError('not-found', say`There is no such brief`)
      return brief
    },
    traceFigure: async ({ key, version, place }) => {
      const placed = figureAtPlace(twgModel, place)
      if (!placed) throw new UserError('not-found', say`There is no such figure in this brief`)
      const row = {
        figure: placed.figure,
        row: { province: '09', operator: 'UXO Lao' },
        lacking: [{ path: 'released.cleared', reason: 'not yet in' }],
      }
      const reports = placed.figure.sources.map((reference) => ({
        reference,
        round: '2026-Q1',
        version: 1,
        submittedBy: 'Khamla Phommachanh',
        figure: placed.figure,
        rows: [row],
      }))
      return { ...placed, brief: { key, version }, place, reports, roundsLeftOut: ['2025-Q4'] }
    },
    readAmendedSince: async ({ status }) =>
      status === 'draft' ? [] : [{ round: '2025-Q4', twg: 'survey-clearance', version: 4 }],
    readBriefCopies: async (key, actor) =>
      actor === secretariat
        ? [{ mail: 'mail-1', version: briefs[key]?.version ?? 1, name: 'Elena Marchetti', status: 'BOUNCED' }]
        : [],
    readNewcomers: async (_, actor) => (actor === secretariat ? [{ contact: 'contact-9', name: 'Aoife Brennan' }] : []),
    sendToNewcomer: async ({ key, contact }, actor) => {
      onlySecretariat(actor)
      called('sendToNewcomer', `${contact} ${key}`)
    },
    sendBriefAgain: async (mail, actor) => {
      onlySecretariat(actor)
      called('sendBriefAgain', mail)
    },
    readBriefPdf: async (key, version) => new TextEncoder().encode(`%PDF ${key} ${version}`),
    releaseBrief: async (key, actor) => {
      onlySecretariat(actor)
      called('releaseBrief', key)
      return briefOf(swgModel)
    },

    listIntakes: async (actor) => {
      onlySecretariat(actor)
      const { id, intake } = refusedIntake
      return { waiting: [{ ...intake, id }], others: [{ ...intake, id: 'other', outcome: 'recorded' as const }] }
    },
    readIntake: async (id, actor) => {
      onlySecretariat(actor)
      if (id !== refusedIntake.id) throw new UserError('not-found', say`Nothing was received under this address`)
      return { ...refusedIntake.intake, id, ...(state.dealtWith && { dealtWith: state.dealtWith }) }
    },
    dealWithIntake: async (command, actor) => {
      onlySecretariat(actor)
      called('dealWithIntake', command)
      state.dealtWith = { by: { contact: actor.contact.id, name: actor.contact.name }, at: OPEN, note: command.note }
    },

    listContacts: async (actor) => {
      onlySecretariat(actor)
      return [chair, secretariat]
    },
    readContact: async (id, actor) => {
      onlySecretariat(actor)
      const found = [chair, secretariat].find(({ contact }) => contact.id === id)
      if (!found) throw new UserError('not-found', say`There is no such contact`)
      return { ...found, contact: { ...found.contact, mailSuspended: id === chair.contact.id } }
    },
    ...(Object.fromEntries(
      (['changeContact', 'endRole', 'liftMailSuspension', 'endSessionsOf'] as const).map((name) => [
        name,
        async (command: unknown, actor: Actor) => {
          onlySecretariat(actor)
          called(name, command)
        },
      ]),
    ) as unknown as Pick<Services, 'changeContact' | 'endRole' | 'liftMailSuspension' | 'endSessionsOf'>),
    recordContact: async (command, actor) => {
      onlySecretariat(actor)
      called('recordContact', command)
    },
  }
  return { services, state }
}
