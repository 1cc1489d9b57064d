import { quarterEnd } from '#shared/domain/calendar/round.ts'
import { informationManagement } from '#shared/domain/forms/of-twgs/information-management.ts'
import { type RowsOf, someOf, typed, zerosOf } from './sample.ts'

const WAITING = 'IMSMA records'
const FIRST_WAITING = 340

export const informationManagementRows: RowsOf = (round, stocks) => {
  const some = someOf(round, 'information management')
  const opening = stocks.of(WAITING, FIRST_WAITING)
  const [received, entered, returned] = [
    some(1800, 2600, 'received'),
    some(1700, 2000, 'entered'),
    some(60, 90, 'returned'),
  ]
  const possible = Math.min(entered, opening + received - returned)
  const closing = opening + received - possible - returned
  stocks.leave(WAITING, closing)
  const reporting = some(7, 8, 'reporting')
  return [
    {
      ...zerosOf(informationManagement),
      lastBackup: quarterEnd(round),
      'differences.area': `${some(4, 8, 'area')} ha`,
      'requests.medianDays': `${some(3, 6, 'days')}.5`,
      ...typed({
        'operators.due': 8,
        'operators.reporting': reporting,
        'operators.onTime': reporting - 1,
        'records.opening': opening,
        'records.received': received,
        'records.entered': possible,
        'records.returned': returned,
        'records.closing': closing,
        'records.backlog': Math.min(closing, some(40, 70, 'backlog')),
        'differences.devices': some(13, 25, 'devices'),
        'requests.received': some(20, 35, 'requests'),
        'requests.answered': some(15, 19, 'answered'),
        'trained.women': some(4, 9, 'women'),
        'trained.men': some(6, 12, 'men'),
        'readiness.formF': some(40, 90, 'F'),
        'readiness.formG': some(40, 90, 'G'),
        'readiness.formH': some(30, 80, 'H'),
        'readiness.formI': some(20, 70, 'I'),
      }),
    },
  ]
}
