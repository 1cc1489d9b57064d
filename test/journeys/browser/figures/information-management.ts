import { informationManagement } from '#shared/domain/forms/of-twgs/information-management.ts'
import { type Place, type ReportFigures, zeros } from './report-figures.ts'

/** Returns of the sector's eight operators; the records are invented, nothing is published of them. */
export const informationFigures = ({ round }: Place): ReportFigures => ({
  twg: 'information-management',
  rowName: 'Figures',
  name: 'Information Management',
  row: {
    ...zeros(informationManagement),
    'operators.due': '8',
    'operators.reporting': '7',
    'operators.onTime': '5',
    'records.opening': '340',
    'records.received': '2,600',
    'records.entered': '2,530',
    'records.returned': '70',
    'records.closing': '340',
    'records.backlog': '52',
    'differences.area': '12.5 ha',
    'differences.devices': '18',
    lastBackup: round.quarterEnd,
    'requests.received': '24',
    'requests.answered': '26',
    'requests.medianDays': '4.5',
    'trained.women': '9',
    'trained.men': '12',
    'trained.menWithDisabilities': '1',
    'readiness.formF': '80 %',
    'readiness.formG': '75 %',
    'readiness.formH': '60 %',
    'readiness.formI': '35 %',
  },
  blocked: {
    typed: { 'records.returned': '75' },
    says: 'The movements of the quarter give 335 records, the closing figure is 340 records: make them agree',
    leadsTo: 'records.closing',
  },
  warned: 'More requests were answered than received: say whether some came earlier (26 requests against 24 requests)',
  shown: ['2,600', '125,000 m²', '4.5 days', '80 %'],
  mended: {
    typed: { 'differences.devices': '15' },
    line: 'Figures: Differences between operators and IMSMA, Devices | 18 | 15',
  },
  amended: {
    typed: { 'requests.medianDays': '5' },
    line: 'Figures: Data requests, Median time to answer | 4.5 days | 5 days',
  },
})
