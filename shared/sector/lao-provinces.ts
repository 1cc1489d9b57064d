/**
 * The first-level divisions of the Lao PDR, keyed by the code of the Lao Statistics Bureau (SDG data), with their ISO 3166-2 codes.
 * ISO gives LA-VI and LA-VT the same local name: key on the code. `also` are the Lao name and spellings in use; "Vientiane"
 * alone is not among them, since it is either of two.
 */
export const laoProvinces = [
  { code: '01', name: 'Vientiane Capital', iso: 'LA-VT', also: ['ນະຄອນຫຼວງວຽງຈັນ', 'Vientiane Prefecture'] },
  { code: '02', name: 'Phongsaly', iso: 'LA-PH', also: ['ຜົ້ງສາລີ', 'Phongsali'] },
  { code: '03', name: 'Luangnamtha', iso: 'LA-LM', also: ['ຫຼວງນ້ຳທາ', 'Louang Namtha'] },
  { code: '04', name: 'Oudomxay', iso: 'LA-OU', also: ['ອຸດົມໄຊ', 'Oudomxai', 'Oudômxai'] },
  { code: '05', name: 'Bokeo', iso: 'LA-BK', also: ['ບໍ່ແກ້ວ'] },
  { code: '06', name: 'Luangprabang', iso: 'LA-LP', also: ['ຫຼວງພະບາງ', 'Louangphabang', 'Luang Phabang'] },
  { code: '07', name: 'Huaphanh', iso: 'LA-HO', also: ['ຫົວພັນ', 'Houaphan', 'Houaphanh', 'Huaphan'] },
  { code: '08', name: 'Xayabury', iso: 'LA-XA', also: ['ໄຊຍະບູລີ', 'Xaignabouli', 'Sayaboury', 'Xayaboury'] },
  { code: '09', name: 'Xiengkhuang', iso: 'LA-XI', also: ['ຊຽງຂວາງ', 'Xieng Khouang', 'Xiangkhouang'] },
  { code: '10', name: 'Vientiane Province', iso: 'LA-VI', also: ['ແຂວງວຽງຈັນ'] },
  { code: '11', name: 'Borikhamxay', iso: 'LA-BL', also: ['ບໍລິຄຳໄຊ', 'Bolikhamxay', 'Bolikhamsai', 'Bolikhamxai'] },
  { code: '12', name: 'Khammuane', iso: 'LA-KH', also: ['ຄຳມ່ວນ', 'Khammouane', 'Khammouan'] },
  { code: '13', name: 'Savannakhet', iso: 'LA-SV', also: ['ສະຫວັນນະເຂດ', 'Savannaket'] },
  { code: '14', name: 'Saravane', iso: 'LA-SL', also: ['ສາລະວັນ', 'Salavan'] },
  { code: '15', name: 'Sekong', iso: 'LA-XE', also: ['ເຊກອງ', 'Xekong'] },
  { code: '16', name: 'Champasack', iso: 'LA-CH', also: ['ຈຳປາສັກ', 'Champasak'] },
  { code: '17', name: 'Attapeu', iso: 'LA-AT', also: ['ອັດຕະປື', 'Attapu'] },
  { code: '18', name: 'Xaysomboon', iso: 'LA-XS', also: ['ໄຊສົມບູນ', 'Xaisomboun', 'Xaysomboun'] },
]
