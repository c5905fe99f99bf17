import type { Capability } from '#engine/record/house.ts'
import { words } from '#engine/text/words.ts'
import { drawFilesOfLeaver } from './actions/draw-files.ts'
import {
  answerIncident,
  answerQuestion,
  appealViolation,
  confirmViolation,
  createIncident,
  createOpenQuestion,
  createViolation,
  dropViolation,
  handleIncident,
  upholdViolation,
} from './actions/keep-order.ts'
import { createSiteSetting } from './actions/keep-settings.ts'
import { closeShift, createShift, joinShift, leaveShift, orderShift, setPresence } from './actions/keep-shifts.ts'
import { answerAgain, callWaiting, endReception, handOver } from './actions/move-visitor.ts'
import { receiveVisitor, registerCall } from './actions/receive-visitor.ts'
import { recordDeal, ruleByManager } from './actions/record-deal.ts'
import {
  agreeDispute,
  appealDispute,
  createDispute,
  disputeRuling,
  mediateDispute,
  ruleDispute,
  settleDispute,
} from './actions/settle-disputes.ts'
import { receptionEvents } from './events.ts'
import { receptionNotices } from './notices.ts'
import { CustomerFile } from './records/customer-file.ts'
import { Dispute } from './records/dispute.ts'
import { Incident } from './records/incident.ts'
import { OpenQuestion } from './records/open-question.ts'
import { Reception } from './records/reception.ts'
import { RecordedDeal } from './records/recorded-deal.ts'
import { Ruling } from './records/ruling.ts'
import { Shift } from './records/shift.ts'
import { SiteSetting } from './records/site-setting.ts'
import { TurnEntry } from './records/turn-entry.ts'
import { Violation } from './records/violation.ts'
import { receptionRoutes } from './routes.ts'

export const reception: Capability = {
  name: 'reception',
  words: words('接待', 'Reception'),
  rank: 2,
  records: [SiteSetting, Shift, TurnEntry, Reception, CustomerFile, Ruling, RecordedDeal, Dispute, Violation, Incident, OpenQuestion],
  actions: [
    createSiteSetting,
    createShift,
    joinShift,
    leaveShift,
    orderShift,
    setPresence,
    closeShift,
    receiveVisitor,
    registerCall,
    answerAgain,
    callWaiting,
    handOver,
    endReception,
    drawFilesOfLeaver,
    recordDeal,
    ruleByManager,
    createDispute,
    disputeRuling,
    agreeDispute,
    mediateDispute,
    ruleDispute,
    appealDispute,
    settleDispute,
    createViolation,
    confirmViolation,
    appealViolation,
    upholdViolation,
    dropViolation,
    createIncident,
    answerIncident,
    handleIncident,
    createOpenQuestion,
    answerQuestion,
  ],
  events: receptionEvents,
  notices: receptionNotices,
  routes: receptionRoutes,
  menuSections: [{ name: 'reception', words: words('接待', 'Reception'), order: 150 }],
  menu: [
    { path: '/desk', words: words('接待台', 'Reception desk'), icon: 'today', record: 'shift', section: 'reception', order: 131 },
    { path: '/reception', words: words('来访登记', 'Visits'), icon: 'contacts', record: 'reception', section: 'reception', order: 132 },
    { path: '/shift', words: words('班次', 'Shifts'), icon: 'calendar', record: 'shift', section: 'reception', order: 133 },
    { path: '/dispute', words: words('归属纠纷', 'Disputes'), icon: 'merge', record: 'dispute', section: 'reception', order: 134 },
    { path: '/incident', words: words('现场事件', 'Incidents'), icon: 'audit', record: 'incident', section: 'reception', order: 135 },
    {
      path: '/openQuestion',
      words: words('待答问题', 'Open questions'),
      icon: 'task',
      record: 'openQuestion',
      section: 'reception',
      order: 136,
    },
    {
      path: '/violation',
      words: words('违规', 'Violations'),
      icon: 'key',
      record: 'violation',
      roles: ['administrator', 'director', 'departmentHead', 'siteManager'],
      section: 'reception',
      order: 137,
    },
    {
      path: '/siteSetting',
      words: words('现场规则', 'Site rules'),
      icon: 'settings',
      record: 'siteSetting',
      roles: ['administrator', 'director', 'departmentHead', 'siteManager'],
      section: 'reception',
      order: 138,
    },
  ],
}
