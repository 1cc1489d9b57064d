import { surveyClearance } from '#shared/domain/forms/of-twgs/survey-clearance.ts'
import { PUBLISHED } from './published.ts'
import { type Place, type ReportFigures, zeros } from './report-figures.ts'

const { cleared2021, halfYear2024 } = PUBLISHED
const MINES = 4
const SUBMUNITIONS = 29_800

/** The hectares cleared in 2021 as the sector reported them, rounded; the ordnance of January to June 2024. */
export const surveyFigures = ({ province, provinceName }: Place): ReportFigures => ({
  twg: 'survey-clearance',
  rowName: `${provinceName} · UXO Lao`,
  name: 'Survey and Clearance',
  row: {
    ...zeros(surveyClearance),
    province,
    operator: 'UXO Lao',
    'villages.nts': '118',
    'villages.ts': '64',
    areaSurveyed: '12,000 ha',
    'confirmed.areas': '310',
    'confirmed.area': '9,000 ha',
    'released.reduced': '50 ha',
    'released.cleared': `${cleared2021.reported} ha`,
    'landUse.agriculture': `${cleared2021.humanitarian} ha`,
    'landUse.development': `${cleared2021.other} ha`,
    'destroyed.submunitions': String(SUBMUNITIONS),
    'destroyed.otherUxo': String(halfYear2024.itemsDestroyed - SUBMUNITIONS - MINES),
    'destroyed.apMines': String(MINES),
    eodSpotTasks: '212',
    teams: '64',
    'handover.handedOver': '6,900 ha',
    'beneficiaries.women': '8,120',
    'beneficiaries.womenWithDisabilities': '96',
    'beneficiaries.men': '7,940',
    'beneficiaries.girls': '4,310',
    'beneficiaries.boys': '4,402',
    'beneficiaries.unknown': 'n/a two districts did not ask',
    'quality.visits': '22',
    'quality.minor': '5',
    'inventory.opening': '100,000 ha',
    'inventory.closing': '101,450 ha',
  },
  blocked: {
    typed: { 'inventory.closing': '101,400 ha' },
    says: 'The movements of the quarter give 1,014,500,000 m² (101,450 ha), the closing figure is 1,014,000,000 m² (101,400 ha)',
    leadsTo: 'inventory.closing',
  },
  warned:
    'The area cleared of 75,000,000 m² (7,500 ha) seems to be rounded, its parts add up to 75,040,000 m² (7,504 ha)',
  shown: [`${provinceName} · UXO Lao`, '75,000,000 m²', '29,800', 'two districts did not ask'],
  mended: {
    typed: { eodSpotTasks: '221' },
    line: `${provinceName} · UXO Lao: EOD spot tasks | 212 | 221`,
  },
  amended: {
    typed: { 'beneficiaries.unknown': '250' },
    line: `${provinceName} · UXO Lao: Direct beneficiaries of land handed over, Sex or age unknown | n/a: two districts did not ask | 250`,
  },
})
