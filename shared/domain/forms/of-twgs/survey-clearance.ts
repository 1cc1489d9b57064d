import * as z from 'zod'
import { say } from '../../words/say.ts'
import { continuityCheck } from '../checks/carry-over.ts'
import { atMostCheck, balanceCheck, partsChecks } from '../checks/sums.ts'
import { trendChecks } from '../checks/trends.ts'
import { adjustment, area, choice, count, group, optionalText } from '../field.ts'
import type { Form } from '../form.ts'
import { sadd, saddCells } from '../people.ts'
import { reportForm } from '../report-form.ts'

const row = () =>
  z.strictObject({
    province: choice('Province', 'provinces'),
    operator: choice('Operator', 'operators'),
    villages: group(
      { label: 'Villages surveyed', standard: 'IMAS 08.10' },
      {
        nts: count('Non-technical survey (NTS)'),
        ts: count('Technical survey (TS)'),
      },
      ['village', 'villages'],
    ),
    areaSurveyed: area({ label: 'Area surveyed', standard: 'IMAS 08.20' }),
    confirmed: group('Confirmed hazardous areas (CHAs)', {
      areas: count('CHAs confirmed', ['CHA', 'CHAs']),
      area: area('Area confirmed'),
    }),
    released: group(
      { label: 'Land release', standard: 'IMAS 07.11' },
      {
        cancelled: area({ label: 'Area cancelled', help: 'Suspected area cancelled by non-technical survey' }),
        reduced: area({ label: 'Area reduced', help: 'Confirmed area reduced by technical survey' }),
        cleared: area({ label: 'Area cleared', standard: 'IMAS 09.10' }),
      },
    ),
    landUse: group('Area cleared, by use of the land', {
      agriculture: area('Agriculture'),
      development: area('Development'),
      other: area('Other'),
    }),
    destroyed: group(
      { label: 'Ordnance destroyed', help: 'AP and AV mines are reported apart (CCM, APMBC)' },
      {
        submunitions: count('Submunitions'),
        otherUxo: count('Other UXO'),
        apMines: count('Anti-personnel mines'),
        avMines: count('Anti-vehicle mines'),
      },
      ['item', 'items'],
    ),
    eodSpotTasks: count({ label: 'EOD spot tasks', standard: 'IMAS 09.30' }, ['task', 'tasks']),
    teams: count(
      { label: 'Teams deployed', measures: 'level', help: 'Survey, clearance and EOD teams at the end of the quarter' },
      ['team', 'teams'],
    ),
    handover: group('Hand-over of cleared land', {
      waiting: area({
        label: 'Cleared and not handed over at the start of the quarter',
        measures: 'level',
        help: 'The last report’s: what was waiting and what was cleared, less what was handed over',
      }),
      handedOver: area('Area handed over'),
    }),
    beneficiaries: sadd({ label: 'Direct beneficiaries of land handed over', standard: 'IMAS 05.10' }),
    quality: group(
      { label: 'Quality assurance and control', standard: 'IMAS 07.40' },
      {
        visits: count('QA/QC visits', ['visit', 'visits']),
        minor: count('Non-conformities, minor'),
        major: count('Non-conformities, major'),
        critical: count('Non-conformities, critical'),
      },
      ['non-conformity', 'non-conformities'],
    ),
    accidents: count({ label: 'Demining accidents', standard: 'IMAS 10.60' }, ['accident', 'accidents']),
    inventory: group('Inventory of confirmed hazardous area', {
      opening: area({
        label: 'At the start of the quarter',
        measures: 'level',
        help: 'The closing figure of the last report',
      }),
      adjustment: adjustment({
        label: 'Adjustment',
        help: 'Added (+) or taken away (−) to match IMSMA; 0 when none. With n/a it explains no difference',
      }),
      adjustmentReason: optionalText({ label: 'Why it was adjusted', lines: 2 }),
      closing: area({ label: 'At the end of the quarter', measures: 'level' }),
    }),
  })

/** Survey and Clearance: one row a province and operator, areas in m². */
export const surveyClearance: Form = reportForm('survey-clearance', 1, () => ({
  schema: row(),
  key: ['province', 'operator'],
  noun: say`province and operator`,
  checks: [
    ...partsChecks('land-use', ['landUse.agriculture', 'landUse.development', 'landUse.other'], 'released.cleared', {
      parts: say`areas by use of the land`,
      total: say`area cleared`,
    }),
    balanceCheck('cha-balance', {
      closing: 'inventory.closing',
      opening: 'inventory.opening',
      plus: ['confirmed.area'],
      minus: ['released.reduced', 'released.cleared'],
      explained: 'inventory.adjustment',
    }),
    {
      id: 'adjustment-reason',
      level: 'block',
      fields: ['inventory.adjustmentReason', 'inventory.adjustment'],
      test: (values) => {
        const { adjustment: adjusted, adjustmentReason } = values.inventory as Record<string, unknown>
        return typeof adjusted === 'number' && adjusted !== 0 && adjustmentReason === ''
          ? say`Say why the inventory was adjusted`
          : undefined
      },
    },
    atMostCheck(
      'handed-over',
      ['handover.handedOver'],
      ['handover.waiting', 'released.cleared'],
      say`Area handed over must not exceed what was waiting and what was cleared`,
    ),
    continuityCheck('inventory.opening', {
      plus: ['inventory.closing'],
      minus: [],
      adjustment: 'inventory.adjustment',
    }),
    continuityCheck('handover.waiting', {
      plus: ['handover.waiting', 'released.cleared'],
      minus: ['handover.handedOver'],
    }),
    ...trendChecks([
      { name: say`Villages surveyed`, paths: ['villages.nts', 'villages.ts'] },
      { name: say`Mines destroyed`, paths: ['destroyed.apMines', 'destroyed.avMines'] },
    ]),
    ...trendChecks(['accidents', 'quality.critical'], { small: 0 }),
  ],
  indicators: [
    { id: 'villagesSurveyed', label: 'Villages surveyed', unit: '', paths: ['villages.nts', 'villages.ts'] },
    { id: 'areaSurveyed', label: 'Area surveyed', unit: 'm²', paths: ['areaSurveyed'], byProvince: true },
    {
      id: 'areaConfirmed',
      label: 'Area confirmed hazardous',
      unit: 'm²',
      paths: ['confirmed.area'],
      byProvince: true,
    },
    {
      id: 'areaReleased',
      label: 'Area cancelled and reduced',
      unit: 'm²',
      paths: ['released.cancelled', 'released.reduced'],
    },
    {
      id: 'areaCleared',
      label: 'Area cleared',
      unit: 'm²',
      paths: ['released.cleared'],
      leads: true,
      charted: true,
      byProvince: true,
    },
    {
      id: 'submunitions',
      label: 'Submunitions destroyed',
      unit: '',
      paths: ['destroyed.submunitions'],
      leads: true,
      byProvince: true,
    },
    {
      id: 'otherItems',
      label: 'Other UXO and mines destroyed',
      unit: '',
      paths: ['destroyed.otherUxo', 'destroyed.apMines', 'destroyed.avMines'],
    },
    { id: 'beneficiaries', label: 'Direct beneficiaries', unit: 'people', paths: saddCells('beneficiaries') },
    { id: 'accidents', label: 'Demining accidents', unit: '', paths: ['accidents'] },
    {
      id: 'hazardousArea',
      label: 'Confirmed hazardous area left',
      unit: 'm²',
      paths: ['inventory.closing'],
    },
  ],
}))
