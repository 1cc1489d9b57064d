import * as z from 'zod'
import { PILLARS } from '../../ledger/pillar.ts'
import { say } from '../../words/say.ts'
import { needsCheck } from '../checks/sums.ts'
import { choice, count, money, optional, optionalChoice, optionalDate, optionalText } from '../field.ts'
import type { Form } from '../form.ts'
import { reportForm } from '../report-form.ts'

const KINDS = {
  obligation: 'Obligation',
  policy: 'Policy or standard adopted',
  mous: 'MoUs pending',
  gender: 'Gender mainstreaming',
  research: 'Research and development',
  need: '12-month funding need',
  pipeline: 'Funding pipeline',
  topic: 'Proposed SWG topic',
} as const
type Kind = keyof typeof KINDS

const OBLIGATIONS = {
  'ccm-4': 'CCM Article 4 (clearance)',
  'ccm-5': 'CCM Article 5 (victim assistance)',
  'ccm-6': 'CCM Article 6 (cooperation and assistance)',
  'ccm-7': 'CCM Article 7 (transparency report)',
  ccw: 'CCW protocols',
  'sdg-18': 'SDG 18',
  'action-plan': 'Action plan',
}
const STATUSES = { 'not-started': 'Not started', 'on-track': 'On track', delayed: 'Delayed', done: 'Done' }

/** A field of items of some kinds; of others it may be given. */
const of = (needed: readonly Kind[], given: readonly Kind[] = []) => ({
  when: { field: 'kind', is: [...needed, ...given], needed },
})

const row = () =>
  z.strictObject({
    kind: choice({ label: 'Kind of item', help: 'Each item needs only the fields of its kind' }, KINDS),
    obligation: optionalChoice(
      { label: 'Obligation', ...of(['obligation']), help: 'Treaty article, goal or plan' },
      OBLIGATIONS,
    ),
    pillar: optionalChoice({ label: 'Pillar', ...of(['need']), help: 'One item a pillar' }, PILLARS),
    subject: optionalText({
      label: 'What it is',
      lines: 2,
      ...of(['policy', 'gender', 'research', 'pipeline', 'topic'], ['obligation', 'mous', 'need']),
      help: 'The policy, the activity, the project or the topic, in a few words',
    }),
    status: optionalChoice({ label: 'Status', ...of(['obligation', 'gender', 'research']) }, STATUSES),
    owner: optionalText({
      label: 'Owner',
      ...of(['obligation'], ['policy', 'mous', 'gender', 'research']),
      help: 'The institution that answers for it',
    }),
    due: optionalDate({
      label: 'Due date',
      ...of(['obligation'], ['gender', 'research', 'pipeline']),
      planned: true,
      overdue: { field: 'status', is: ['delayed', 'done'] },
      help: 'It enters the calendar',
    }),
    adopted: optionalDate({
      label: 'Adopted on',
      ...of(['policy']),
      help: 'A day of the quarter',
    }),
    pending: optional(count({ label: 'Number of MoUs pending', measures: 'level', ...of(['mous']) }, ['MoU', 'MoUs'])),
    oldest: optional(
      count({
        label: 'Age of the oldest MoU pending',
        ...of(['mous']),
        help: 'Days since it was handed in',
        unit: 'days',
        measures: 'share',
      }),
    ),
    amount: optional(
      money({
        label: 'Amount',
        ...of(['need', 'pipeline']),
        help: 'Whole US dollars: the need of the next 12 months, or what is expected',
      }),
    ),
    donor: optionalText({
      label: 'Donor',
      ...of(['pipeline']),
      help: 'Pledges and talks; payments are in the ledger',
    }),
    note: optionalText({ label: 'Note', lines: 3 }, 500),
  })

/** Coordination, Policy and Funding Strategy: one row an item; what an item is asked depends on its kind. */
export const coordinationPolicyFunding: Form = reportForm('coordination-policy-funding', 1, () => ({
  schema: row(),
  key: ['kind', 'obligation', 'pillar', 'subject'],
  noun: say`item`,
  once: {
    where: { kind: ['need'] },
    by: 'pillar',
    says: say`There is already a need for this pillar: add the amounts up in one item`,
  },
  passing: { kind: ['policy', 'topic'] },
  checks: [
    needsCheck('oldest-mou', 'oldest', 'pending', say`Enter how many MoUs are pending, or 0 for the age of the oldest`),
  ],
  indicators: [
    items('obligationsOnTrack', 'Obligations on track or done', { kind: ['obligation'], status: ['on-track', 'done'] }),
    {
      ...items('obligationsDelayed', 'Obligations delayed', { kind: ['obligation'], status: ['delayed'] }),
      leads: true,
      risk: true,
    },
    { id: 'policies', label: 'Policies and standards adopted', unit: '', paths: [], where: { kind: ['policy'] } },
    { id: 'mousPending', label: 'MoUs pending', unit: '', paths: ['pending'] },
    items('gender', 'Gender mainstreaming activities', { kind: ['gender'] }),
    items('research', 'Research and development activities', { kind: ['research'] }),
    {
      id: 'fundingNeed',
      label: 'Funding needed in the next 12 months',
      unit: 'USD',
      paths: ['amount'],
      where: { kind: ['need'] },
      leads: true,
    },
    {
      id: 'fundingPipeline',
      label: 'Funding in the pipeline (not in totals)',
      unit: 'USD',
      paths: ['amount'],
      where: { kind: ['pipeline'] },
    },
  ],
  agenda: ({ kind, subject }) => (kind === 'topic' ? String(subject) : undefined),
}))

/** Items that stand at the end of the quarter. */
const items = (id: string, label: string, where: Readonly<Record<string, readonly string[]>>) =>
  ({ id, label, unit: '', paths: [], where, measures: 'level' }) as const
