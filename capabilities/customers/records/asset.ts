import { choice, day, defineLifecycle, integer, lifecycle, link, money, note, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

export const assetLife = defineLifecycle({
  states: {
    inUse: { ...words('在用', 'In use'), color: 'good' },
    idle: { ...words('闲置', 'Idle'), color: 'plain' },
    ended: { ...words('终止', 'Ended'), color: 'bad' },
  },
  initial: 'inUse',
  moves: { inUse: ['idle', 'ended'], idle: ['inUse', 'ended'] },
})

const date = (zh: string, en: string, aliases: string[]) => day({ zh, en, sortable: true, filterable: true, aliases })

/**
 * What a customer has of us, or what our service is about: a unit, a vehicle, a meter, a line, a device, a policy. A meter lies within its
 * unit; whose it was before is told by its holders.
 */
export const Asset = defineRecord('asset', {
  words: words('客户资产', 'Asset'),
  title: 'name',
  under: 'customer',
  fields: {
    name: text({
      zh: '名称',
      en: 'Name',
      required: true,
      max: 120,
      sortable: true,
      searchable: true,
      card: true,
      aliases: ['资产名称', '房号', '设备名称'],
    }),
    customer: link('customer', { zh: '客户', en: 'Customer', required: true, card: true, aliases: ['业主', '客户名称', 'account'] }),
    kind: choice({
      zh: '类型',
      en: 'Kind',
      required: true,
      default: 'unit',
      filterable: true,
      card: true,
      choices: {
        unit: { ...words('房屋', 'Unit'), aliases: ['房产', '商铺', '写字楼'] },
        parking: { ...words('车位', 'Parking space'), aliases: ['停车位'] },
        vehicle: { ...words('车辆', 'Vehicle'), aliases: ['汽车'] },
        meter: { ...words('表计', 'Meter'), aliases: ['水表', '电表', '燃气表'] },
        line: { ...words('线路', 'Line'), aliases: ['宽带', '专线'] },
        device: { ...words('设备', 'Device'), aliases: ['机器'] },
        policy: { ...words('保单', 'Policy'), aliases: ['保险'] },
      },
    }),
    number: text({
      zh: '编号',
      en: 'Number',
      max: 60,
      searchable: 'pieces',
      filterable: true,
      card: true,
      aliases: ['房号', '车牌号', '表号', '序列号', '保单号', 'serial number'],
    }),
    state: lifecycle(assetLife, { zh: '状态', en: 'State', filterable: true }),
    within: link('asset', {
      zh: '位于',
      en: 'Within',
      within: { customer: 'customer' },
      hint: words('如电表位于某套房屋', 'Such as the unit that a meter is in'),
    }),
    model: text({ zh: '型号', en: 'Model', max: 80 }),
    area: text({ zh: '面积 / 规格', en: 'Area or size', max: 40 }),
    value: money({ zh: '金额', en: 'Value', min: '0', guarded: true, aliases: ['总价', '保额'] }),
    address: text({ zh: '地址', en: 'Address', max: 300 }),
    startedOn: date('交付日期', 'Delivered', ['交付', '购买日期', '起保日期']),
    warrantyUntil: date('质保到期', 'Warranty until', ['保修期', '质保期']),
    inspectionOn: date('下次检验', 'Next inspection', ['年检日期', '检定日期']),
    maintenanceOn: date('下次保养', 'Next maintenance', ['保养日期']),
    renewalOn: date('续约日期', 'Renewal', ['到期日', '续保日期', '租约到期']),
    persons: integer({ zh: '使用人数', en: 'Persons', min: 0, max: 100_000 }),
    note: note({ zh: '备注', en: 'Note' }),
  },
  list: {
    columns: ['name', 'kind', 'number', 'customer', 'state', 'startedOn', 'warrantyUntil', 'renewalOn'],
    filters: ['kind', 'state', 'customer', 'startedOn', 'warrantyUntil', 'inspectionOn', 'maintenanceOn', 'renewalOn'],
    sort: '-createdAt',
  },
  brief: ['customer', 'number'],
  form: [
    ['customer'],
    ['name', 'kind'],
    ['number', 'within'],
    ['model', 'area'],
    ['value', 'persons'],
    ['address'],
    ['startedOn', 'warrantyUntil'],
    ['inspectionOn', 'maintenanceOn'],
    ['renewalOn'],
    ['note'],
  ],
  related: ['asset.within', 'holding.asset'],
  matchBy: ['number'],
})
