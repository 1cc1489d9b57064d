import * as z from 'zod'
import { say } from '../../words/say.ts'
import { continuityCheck } from '../checks/carry-over.ts'
import { atMostCheck, balanceCheck } from '../checks/sums.ts'
import { area, count, decimal, group, optionalDate, percent } from '../field.ts'
import type { Form } from '../form.ts'
import { sadd, saddCells } from '../people.ts'
import { reportForm } from '../report-form.ts'

const row = () =>
  z.strictObject({
    operators: group(
      'Returns of operators',
      {
        due: count({ label: 'Operators that had to report', measures: 'level' }),
        reporting: count({ label: 'Operators that reported', measures: 'level' }),
        onTime: count({ label: 'of which on time', measures: 'level' }),
      },
      ['operator', 'operators'],
    ),
    records: group(
      { label: 'IMSMA records', standard: 'IMAS 05.10' },
      {
        opening: count({
          label: 'Waiting at the start of the quarter',
          measures: 'level',
          help: 'The closing figure of the last report',
        }),
        received: count('Received'),
        entered: count('Entered'),
        returned: count({ label: 'Returned', help: 'Sent back to their operator to be corrected' }),
        closing: count({ label: 'Waiting at the end of the quarter', measures: 'level' }),
        backlog: count({ label: 'of which waiting for more than 30 days', measures: 'level' }),
      },
      ['record', 'records'],
    ),
    differences: group(
      { label: 'Differences between operators and IMSMA', help: 'How far they are apart, without a sign' },
      {
        area: area({ label: 'Area', measures: 'level' }),
        devices: count({ label: 'Devices', measures: 'level' }, ['device', 'devices']),
      },
    ),
    lastBackup: optionalDate({
      label: 'Last backup of IMSMA',
      help: 'A day of the quarter; leave empty when there was none in it',
    }),
    requests: group(
      'Data requests',
      {
        received: count('Received'),
        answered: count('Answered'),
        medianDays: decimal('Median time to answer', 'days'),
      },
      ['request', 'requests'],
    ),
    trained: sadd({ label: 'People trained in information management' }),
    readiness: group(
      { label: 'Readiness of the Article 7 report', standard: 'CCM Article 7' },
      {
        formF: percent('Form F (clearance)'),
        formG: percent('Form G (risk education)'),
        formH: percent('Form H (victim assistance)'),
        formI: percent('Form I (resources and cooperation)'),
      },
    ),
  })

/** Information Management: a single row for the whole country. */
export const informationManagement: Form = reportForm('information-management', 1, () => ({
  schema: row(),
  key: [],
  noun: say`country`,
  most: 1,
  checks: [
    atMostCheck(
      'reporting',
      ['operators.reporting'],
      ['operators.due'],
      say`Operators that reported must not exceed those that had to`,
    ),
    atMostCheck(
      'on-time',
      ['operators.onTime'],
      ['operators.reporting'],
      say`Operators on time must not exceed those that reported`,
    ),
    balanceCheck(
      'records',
      {
        opening: 'records.opening',
        plus: ['records.received'],
        minus: ['records.entered', 'records.returned'],
        closing: 'records.closing',
      },
      say`make them agree`,
    ),
    atMostCheck(
      'backlog',
      ['records.backlog'],
      ['records.closing'],
      say`Records waiting for more than 30 days must not exceed all that wait`,
    ),
    atMostCheck(
      'requests',
      ['requests.answered'],
      ['requests.received'],
      say`More requests were answered than received: say whether some came earlier`,
      'warn',
    ),
    continuityCheck('records.opening', { plus: ['records.closing'], minus: [] }),
  ],
  indicators: [
    {
      id: 'operatorsReporting',
      label: 'Operators reporting',
      unit: '',
      paths: ['operators.reporting'],
    },
    {
      id: 'operatorsOnTime',
      label: 'Operators reporting on time',
      unit: '',
      paths: ['operators.onTime'],
    },
    { id: 'recordsEntered', label: 'IMSMA records entered', unit: '', paths: ['records.entered'], leads: true },
    {
      id: 'recordsWaiting',
      label: 'Records waiting',
      unit: '',
      paths: ['records.closing'],
      leads: true,
    },
    { id: 'backlog', label: 'Records waiting over 30 days', unit: '', paths: ['records.backlog'], measures: 'level' },
    {
      id: 'areaDifference',
      label: 'Difference operators to IMSMA',
      unit: 'm²',
      paths: ['differences.area'],
    },
    {
      id: 'deviceDifference',
      label: 'Difference in devices',
      unit: '',
      paths: ['differences.devices'],
    },
    { id: 'requestsAnswered', label: 'Data requests answered', unit: '', paths: ['requests.answered'] },
    {
      id: 'medianDays',
      label: 'Median time to answer',
      unit: 'days',
      paths: ['requests.medianDays'],
    },
    { id: 'imTrained', label: 'People trained', unit: 'people', paths: saddCells('trained') },
    {
      id: 'articleSeven',
      label: 'Article 7 forms F–I ready (mean)',
      unit: '%',
      paths: ['readiness.formF', 'readiness.formG', 'readiness.formH', 'readiness.formI'],
    },
  ],
}))
