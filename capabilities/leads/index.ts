import type { Capability } from '#engine/record/house.ts'
import { words } from '#engine/text/words.ts'
import { allocateLead, assignLead } from './actions/allocate-lead.ts'
import { captureLead } from './actions/capture-lead.ts'
import { convertLead } from './actions/convert-lead.ts'
import { createLead } from './actions/create-lead.ts'
import { closeWebForm, createWebForm, editWebForm, openWebForm } from './actions/keep-forms.ts'
import { adoptModel, dropModel, keepModel, trainModel } from './actions/keep-models.ts'
import { createScoreRule, editScoreRule } from './actions/keep-score-rules.ts'
import { createOnboarding, planFirstContact } from './actions/keep-onboarding.ts'
import { checkProspect, createProspect, dropProspect, editProspect, editProspectList, takeProspect } from './actions/keep-prospects.ts'
import { createRegistration, settleRegistration } from './actions/keep-registrations.ts'
import { closeLead, logLeadContact, nurtureLead, reopenLead } from './actions/work-lead.ts'
import { leadEvents } from './events.ts'
import { formRoutes } from './forms/routes.ts'
import { formTables } from './forms/tables.ts'
import { handOutLeads, leadJobs } from './jobs.ts'
import { learnFromLeads } from './scoring/jobs.ts'
import { leadGiven } from './notices.ts'
import { leadReactions } from './reactions.ts'
import { Enquiry } from './records/enquiry.ts'
import { LeadContact } from './records/lead-contact.ts'
import { LeadModel } from './records/lead-model.ts'
import { Lead } from './records/lead.ts'
import { Onboarding } from './records/onboarding.ts'
import { Playbook } from './records/playbook.ts'
import { ProspectList } from './records/prospect-list.ts'
import { Prospect } from './records/prospect.ts'
import { Registration } from './records/registration.ts'
import { ScoreRule } from './records/score-rule.ts'
import { WebForm } from './records/web-form.ts'
import { scoreWhatMoved } from './scoring/reader.ts'
import { scoringTables } from './scoring/tables.ts'

export { captureLead, handOutLeads, learnFromLeads }

const keepers = ['administrator', 'director', 'departmentHead']

export const leads: Capability = {
  name: 'leads',
  words: words('线索', 'Leads'),
  rank: 2,
  records: [Lead, LeadContact, Enquiry, WebForm, Playbook, Onboarding, Registration, ProspectList, Prospect, ScoreRule, LeadModel],
  actions: [
    createLead,
    captureLead,
    allocateLead,
    assignLead,
    logLeadContact,
    nurtureLead,
    convertLead,
    closeLead,
    reopenLead,
    planFirstContact,
    createOnboarding,
    createRegistration,
    settleRegistration,
    createProspect,
    editProspect,
    editProspectList,
    checkProspect,
    takeProspect,
    dropProspect,
    createWebForm,
    editWebForm,
    openWebForm,
    closeWebForm,
    createScoreRule,
    editScoreRule,
    keepModel,
    adoptModel,
    dropModel,
    trainModel,
  ],
  events: leadEvents,
  reactions: leadReactions,
  readers: [scoreWhatMoved],
  jobs: leadJobs,
  notices: [leadGiven],
  routes: formRoutes,
  tables: [...formTables, ...scoringTables],
  menuSections: [{ name: 'leads', words: words('线索', 'Leads'), order: 120 }],
  menu: [
    { path: '/lead', words: words('线索', 'Leads'), icon: 'bulb', record: 'lead', section: 'leads', order: 121 },
    { path: '/registration', words: words('报备', 'Registrations'), icon: 'user', record: 'registration', section: 'leads', order: 122 },
    {
      path: '/prospectList',
      words: words('潜客名单', 'Prospect lists'),
      icon: 'segment',
      record: 'prospectList',
      section: 'leads',
      order: 123,
    },
    { path: '/onboarding', words: words('新客户计划', 'Onboarding'), icon: 'calendar', record: 'onboarding', section: 'leads', order: 124 },
    {
      path: '/playbook',
      words: words('跟进模板', 'Playbooks'),
      icon: 'calendar',
      record: 'playbook',
      roles: keepers,
      section: 'leads',
      order: 125,
    },
    {
      path: '/webForm',
      words: words('网页表单', 'Web forms'),
      icon: 'settings',
      record: 'webForm',
      roles: keepers,
      section: 'leads',
      order: 126,
    },
    {
      path: '/scoreRule',
      words: words('评分规则', 'Score rules'),
      icon: 'settings',
      record: 'scoreRule',
      roles: keepers,
      section: 'leads',
      order: 127,
    },
    {
      path: '/leadModel',
      words: words('成交模型', 'Lead model'),
      icon: 'settings',
      record: 'leadModel',
      roles: ['administrator', 'director'],
      section: 'leads',
      order: 128,
    },
  ],
}
