/**
 * The first-level divisions of the Lao PDR, keyed by the code of the Lao Statistics Bureau (SDG data), with their ISO 3166-2 codes.
 * ISO gives LA-VI and LA-VT the same local name: key on the code.
 */
export const laoProvinces = [
  { code: '01', name: 'Vientiane Capital', iso: 'LA-VT' },
  { code: '02', name: 'Phongsaly', iso: 'LA-PH' },
  { code: '03', name: 'Luangnamtha', iso: 'LA-LM' },
  { code: '04', name: 'Oudomxay', iso: 'LA-OU' },
  { code: '05', name: 'Bokeo', iso: 'LA-BK' },
  { code: '06', name: 'Luangprabang', iso: 'LA-LP' },
  { code: '07', name: 'Huaphanh', iso: 'LA-HO' },
  { code: '08', name: 'Xayabury', iso: 'LA-XA' },
  { code: '09', name: 'Xiengkhuang', iso: 'LA-XI' },
  { code: '10', name: 'Vientiane Province', iso: 'LA-VI' },
  { code: '11', name: 'Borikhamxay', iso: 'LA-BL' },
  { code: '12', name: 'Khammuane', iso: 'LA-KH' },
  { code: '13', name: 'Savannakhet', iso: 'LA-SV' },
  { code: '14', name: 'Saravane', iso: 'LA-SL' },
  { code: '15', name: 'Sekong', iso: 'LA-XE' },
  { code: '16', name: 'Champasack', iso: 'LA-CH' },
  { code: '17', name: 'Attapeu', iso: 'LA-AT' },
  { code: '18', name: 'Xaysomboon', iso: 'LA-XS' },
]
